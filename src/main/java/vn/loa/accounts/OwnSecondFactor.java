package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/**
 * Sets up the second step of signing in for oneself, and takes it away again. What makes it weaker asks for a code first: a browser left open must
 * not be enough. Trying codes is slowed down.
 */
@ApplicationScoped
@Transactional
public class OwnSecondFactor {
    private static final String SUBJECT = "account";

    @Inject
    private Accounts accounts;

    @Inject
    private SecondFactors factors;

    @Inject
    private Sessions sessions;

    @Inject
    private CodeThrottle throttle;

    @Inject
    private AccountSettings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * What one has.
     *
     * @param key for the telephone, in base 32, as long as it has not been confirmed; else null
     * @param since when it counts; null while it does not
     * @param codesLeft how many codes on paper are good
     * @param required whether one cannot work without
     */
    public record State(@Nullable String key, @Nullable Instant since, int codesLeft, boolean required) {}

    /** What comes of a code. */
    public sealed interface Result {
        /** @param codes for paper, shown only here; none when there are none any more */
        record Done(List<RecoveryCode> codes) implements Result {}

        /** It is not the code, or was taken before. */
        record WrongCode() implements Result {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Result {}
    }

    public State state(Actor self) {
        var account = accounts.find(self.name()).orElseThrow(NotSignedIn::new);
        var found = factors.find(account.requireId());
        return new State(
                found.filter(factor -> !factor.isConfirmed())
                        .map(factor -> new Base32().encodeToString(factor.key()))
                        .orElse(null),
                found.flatMap(SecondFactor::confirmedAt).orElse(null),
                found.map(SecondFactor::recoveryCodesLeft).orElse(0),
                settings.requiresSecondFactor(account));
    }

    /** Makes a key for a telephone, unless there is one that counts. */
    public void begin(Actor self) {
        var account = locked(self);
        var found = factors.lock(account.requireId());
        if (found.filter(SecondFactor::isConfirmed).isEmpty()) {
            found.ifPresent(factors::remove);
            factors.add(new SecondFactor(account.requireId(), OneTimePasswords.randomKey(), clock.instant()));
        }
    }

    /** It counts from now on, if this is the code that the telephone shows; one's other sessions end, for they knew one step only. */
    public Result confirm(Actor self, String code, long session) {
        return trying(
                self,
                account -> factors.lock(account.requireId())
                        .filter(factor -> !factor.isConfirmed())
                        .flatMap(factor -> factor.confirm(code, clock.instant()))
                        .map(codes -> {
                            sessions.closeOthers(self, session);
                            return done(account, "confirm-second-factor", codes);
                        }));
    }

    /** Codes for paper in place of those that were. @param code of the telephone, or one of the old ones */
    public Result renewCodes(Actor self, String code) {
        return trying(
                self,
                account -> taking(account, code)
                        .map(factor -> done(account, "renew-recovery-codes", factor.newRecoveryCodes())));
    }

    /** The password alone is enough again, or another telephone may be set up. @param code of the telephone, or one on paper */
    public Result remove(Actor self, String code) {
        return trying(
                self,
                account -> taking(account, code).map(factor -> {
                    factors.remove(factor);
                    return done(account, "remove-second-factor", List.of());
                }));
    }

    /** Whether it is them, for what asks once more: who has no second step needs none. @param code of the telephone, or one on paper */
    Result prove(Actor self, String code) {
        return trying(
                self,
                account -> factors.find(account.requireId())
                                .filter(SecondFactor::isConfirmed)
                                .isEmpty()
                        ? Optional.of(new Result.Done(List.of()))
                        : taking(account, code).map(factor -> new Result.Done(List.of())));
    }

    private Optional<SecondFactor> taking(Account account, String code) {
        return factors.lock(account.requireId())
                .filter(SecondFactor::isConfirmed)
                .filter(factor -> factor.takes(code, clock.instant()));
    }

    private Result trying(Actor self, Function<Account, Optional<Result>> act) {
        var wait = throttle.attempt(self.name());
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        var result = act.apply(locked(self));
        if (result.isPresent()) {
            throttle.forgive(self.name());
        }
        return result.orElseGet(Result.WrongCode::new);
    }

    private Account locked(Actor self) {
        return accounts.lock(self.name()).orElseThrow(NotSignedIn::new);
    }

    private Result done(Account account, String action, List<RecoveryCode> codes) {
        audit.record(account.username(), action, SUBJECT, account.requireId(), account.username(), null);
        return new Result.Done(codes);
    }
}
