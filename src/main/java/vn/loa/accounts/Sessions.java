package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.provider.Identity;
import vn.loa.common.Page;

/** Gives out tokens, knows their holders, and takes them back. What is done leaves an audit entry, without any secret. */
@ApplicationScoped
@Transactional
public class Sessions {
    private static final String SUBJECT = "account";

    private static final Duration NOTED_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(30);

    /** Enough to look for the telephone. */
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(10);

    @Inject
    private Accounts accounts;

    @Inject
    private AccessTokens tokens;

    @Inject
    private SecondFactors factors;

    @Inject
    private ProviderLinks links;

    @Inject
    private AuditTrail audit;

    @Inject
    private SignInRefusals refusals;

    @Inject
    private AccountSettings settings;

    @Inject
    private Clock clock;

    /** A token that is good, without its secret. @param lastUsedAt to the minute */
    public record Session(
            long id,
            TokenKind kind,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * Who holds a token.
     *
     * @param name by which people know them
     * @param way by what they have proved who they are
     * @param owesSecondFactor whether they have to set up their second step before anything else
     */
    public record Holder(Actor actor, String name, long session, SignInWay way, boolean owesSecondFactor) {}

    /** Of an account that may sign in. */
    Optional<String> passwordHash(String username) {
        return accounts.find(username).filter(Account::isEnabled).map(Account::passwordHash);
    }

    /**
     * Opens a session for who knew the password, or the way to the second step if they have one. The password was compared before this transaction: in
     * the meantime the account may have been closed or got another one, and then there is none.
     *
     * @param compared the hash that the password fits
     * @param betterHash of the same password
     * @param code of the second step; a program sends it with the password
     */
    SignIn.Result open(
            String username, String compared, Optional<String> betterHash, TokenKind kind, Optional<String> code) {
        var found = accounts.lock(username)
                .filter(Account::isEnabled)
                .filter(locked -> locked.passwordHash().equals(compared));
        if (found.isEmpty()) {
            return new SignIn.Result.Refused();
        }
        var account = found.get();
        var now = clock.instant();
        tokens.forget(now.minus(FORGOTTEN_AFTER));
        refusals.forget(now);
        betterHash.ifPresent(account::rehash);
        var factor = factors.lock(account.requireId()).filter(SecondFactor::isConfirmed);
        if (factor.isEmpty()) {
            return kind == TokenKind.PROGRAM && settings.requiresSecondFactor(account)
                    ? new SignIn.Result.SecondFactorOwed()
                    : admit(account, kind, SignInWay.PASSWORD);
        }
        if (code.isEmpty()) {
            return new SignIn.Result.CodeWanted(
                    kind == TokenKind.BROWSER ? Optional.of(firstStep(account, SignInWay.PASSWORD)) : Optional.empty());
        }
        return takes(factor.get(), code.get(), account)
                ? admit(account, kind, SignInWay.PASSWORD)
                : new SignIn.Result.WrongCode();
    }

    /**
     * Opens a browser's session for whom the provider has proved, or the way to the second step if they have one and the provider did not ask for two. The first who comes with the
     * address that an account waits for is bound to it.
     */
    SignIn.Result open(Identity identity) {
        var found = links.boundTo(identity.issuer(), identity.subject())
                .or(() -> links.awaiting(identity))
                .flatMap(link -> accounts.lock(link.account()))
                .filter(Account::isEnabled);
        // Again, now that nobody else has the account: it may have been unlinked, or bound to another, meanwhile.
        var linked = found.flatMap(account -> links.lock(account.requireId())).filter(link -> link.isOf(identity));
        if (found.isEmpty() || linked.isEmpty()) {
            return new SignIn.Result.Refused();
        }
        var account = found.get();
        var now = clock.instant();
        tokens.forget(now.minus(FORGOTTEN_AFTER));
        refusals.forget(now);
        linked.filter(link -> !link.isBound()).ifPresent(link -> {
            link.bind(identity, now);
            trace(account, account.username(), "bind-provider", identity.subject());
        });
        if (identity.twoSteps()) {
            return admit(account, TokenKind.BROWSER, SignInWay.PROVIDER_TWO_STEPS);
        }
        return factors.find(account.requireId())
                        .filter(SecondFactor::isConfirmed)
                        .isEmpty()
                ? admit(account, TokenKind.BROWSER, SignInWay.PROVIDER)
                : new SignIn.Result.CodeWanted(Optional.of(firstStep(account, SignInWay.PROVIDER)));
    }

    private TokenSecret firstStep(Account account, SignInWay way) {
        return give(account, TokenKind.FIRST_STEP, way, BETWEEN_STEPS).secret();
    }

    /** Whose first step this is the token of; empty when it is not good. */
    Optional<String> afterFirstStep(TokenSecret first) {
        return firstStep(first).map(token -> token.account().username());
    }

    /** Opens a browser's session for who knew the password before, and the code now. */
    SignIn.Result open(TokenSecret first, String code) {
        var token = firstStep(first);
        var account =
                token.flatMap(step -> accounts.lock(step.account().username()).filter(Account::isEnabled));
        var factor = account.flatMap(locked -> factors.lock(locked.requireId()).filter(SecondFactor::isConfirmed));
        if (token.isEmpty() || account.isEmpty() || factor.isEmpty()) {
            return new SignIn.Result.Refused();
        }
        if (!takes(factor.get(), code, account.get())) {
            return new SignIn.Result.WrongCode();
        }
        return tokens.revoke(account.get().username(), token.get().requireId(), clock.instant())
                ? admit(account.get(), TokenKind.BROWSER, token.get().way())
                : new SignIn.Result.Refused();
    }

    private Optional<AccessToken> firstStep(TokenSecret first) {
        var now = clock.instant();
        return tokens.find(first).filter(token -> token.kind() == TokenKind.FIRST_STEP && token.isGood(now));
    }

    private boolean takes(SecondFactor factor, String code, Account account) {
        var before = factor.recoveryCodesLeft();
        var taken = factor.takes(code, clock.instant());
        if (factor.recoveryCodesLeft() < before) {
            trace(account, account.username(), "use-recovery-code", factor.recoveryCodesLeft() + " left");
        }
        return taken;
    }

    private SignIn.Result admit(Account account, TokenKind kind, SignInWay way) {
        var given = give(account, kind, way, settings.sessionLength());
        trace(
                account,
                account.username(),
                "sign-in",
                way == SignInWay.PASSWORD ? kind.code() : kind.code() + ", " + way.code());
        return new SignIn.Result.Admitted(given.id(), given.secret(), given.expiresAt());
    }

    private record Given(long id, TokenSecret secret, Instant expiresAt) {}

    private Given give(Account account, TokenKind kind, SignInWay way, Duration length) {
        var now = clock.instant();
        var secret = TokenSecret.random();
        var token = new AccessToken(account, secret, kind, way, now, now.plus(length));
        tokens.add(token);
        return new Given(token.requireId(), secret, token.expiresAt());
    }

    /** Counts an attempt that failed. */
    void refuse(String username, Network from) {
        refusals.count(accounts.find(username).map(Account::username).orElse(SignInRefusals.NOBODY), from);
    }

    /**
     * Who holds this token, if it is good and carried as it must be; notes that it was used. A program cannot set up a second step: its token is not good
     * as long as the account owes one, be it that it has been given more to do since.
     */
    public Optional<Holder> identify(TokenSecret secret, TokenKind kind) {
        var now = clock.instant();
        var found = tokens.find(secret).filter(shown -> shown.kind() == kind && shown.isGood(now));
        var owes = found.filter(shown -> owesSecondFactor(shown.way(), shown.account()))
                .isPresent();
        var token = found.filter(shown -> !owes || kind == TokenKind.BROWSER);
        token.filter(used -> used.lastUsedAt()
                        .filter(last -> last.isAfter(now.minus(NOTED_AGAIN_AFTER)))
                        .isEmpty())
                .ifPresent(used -> tokens.used(used.requireId(), now, now.minus(NOTED_AGAIN_AFTER)));
        return token.map(used ->
                new Holder(used.account().actor(), used.account().displayName(), used.requireId(), used.way(), owes));
    }

    private boolean owesSecondFactor(SignInWay way, Account account) {
        return way != SignInWay.PROVIDER_TWO_STEPS
                && settings.requiresSecondFactor(account)
                && factors.find(account.requireId())
                        .filter(SecondFactor::isConfirmed)
                        .isEmpty();
    }

    /** The good tokens of somebody, the newest first. */
    public Page<Session> of(Actor holder, int page, int size) {
        return tokens.of(holder.name(), clock.instant(), page, size)
                .map(token -> new Session(
                        token.requireId(),
                        token.kind(),
                        token.createdAt(),
                        token.expiresAt(),
                        token.lastUsedAt().orElse(null)));
    }

    /** Takes back one of one's own tokens. False when there is no good one with this id. */
    public boolean close(Actor holder, long id) {
        var closed = tokens.revoke(holder.name(), id, clock.instant());
        if (closed) {
            traceOwn(holder, "token " + id);
        }
        return closed;
    }

    /** Takes back all of one's own tokens but the one that is in use; answers how many were good. */
    public int closeOthers(Actor holder, long current) {
        var closed = tokens.revokeAllBut(holder.name(), current, clock.instant());
        if (closed > 0) {
            traceOwn(holder, "all but token " + current);
        }
        return closed;
    }

    private void traceOwn(Actor holder, String which) {
        accounts.find(holder.name()).ifPresent(account -> trace(account, holder.name(), "revoke-token", which));
    }

    /** When this person last worked in the back office before this session; empty when that is not known. */
    public Optional<Instant> lastHereBefore(Actor holder, long session) {
        return tokens.lastUseBefore(holder.name(), session);
    }

    private void trace(Account account, String by, String action, String note) {
        audit.record(by, action, SUBJECT, account.requireId(), account.username(), note);
    }
}
