package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import vn.loa.accounts.provider.Identity;

/**
 * Lets people in who have proved who they are: gives them a token, by one step or two. What is done leaves an audit entry,
 * without any secret.
 */
@ApplicationScoped
@Transactional
class Admission {
    private static final String SUBJECT = "account";

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
            account.welcome();
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

    private void trace(Account account, String by, String action, String note) {
        audit.record(by, action, SUBJECT, account.requireId(), account.username(), note);
    }
}
