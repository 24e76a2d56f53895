package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives somebody who knows the password of an account, and the code of its second step if it has one, a token. Every refusal is the same, also in how long it takes: nobody learns
 * which accounts there are. No transaction is open while a password is hashed.
 */
@ApplicationScoped
public class SignIn {
    @Inject
    private PasswordTrial trial;

    @Inject
    private Passwords passwords;

    @Inject
    private Admission admission;

    @Inject
    private CodeThrottle codes;

    /** What comes of an attempt. */
    public sealed interface Result {
        /** @param secret known to nobody else from now on */
        record Admitted(long id, TokenSecret secret, Instant expiresAt) implements Result {}

        /** No such account, another password, or the account is closed. */
        record Refused() implements Result {}

        /** The password is right, and there is a second step. @param first for a browser, which shows it with the code */
        record CodeWanted(Optional<TokenSecret> first) implements Result {}

        /** The password is right, and the code is not, or was used before. */
        record WrongCode() implements Result {}

        /** The password is right, but not enough for this account: its holder has to set up a second step in the back office first. */
        record SecondFactorOwed() implements Result {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Result {}

        /** The provider did not let them in, or they did not want to any more. */
        record TurnedBack() implements Result {}

        /** What came from the provider cannot be believed. */
        record Untrusted() implements Result {}

        /** The provider does not answer. */
        record ProviderAway() implements Result {}
    }

    /**
     * @param password at most {@link Passwords#LONGEST} characters
     * @param code of the second step, if it is sent at once
     * @param kind of the token that is wanted
     */
    public Result with(String username, String password, Optional<String> code, Network from, TokenKind kind) {
        var name = username.length() > Usernames.LONGEST ? "" : Usernames.normal(username);
        var outcome = trial.of(name, password, from);
        if (outcome instanceof PasswordTrial.Outcome.Throttled throttled) {
            return new Result.Throttled(throttled.pause());
        }
        if (outcome instanceof PasswordTrial.Outcome.Right right) {
            var better =
                    Optional.of(right.compared()).filter(passwords::isOutdated).map(old -> passwords.hash(password));
            return code.isPresent()
                    ? trying(name, () -> admission.open(name, right.compared(), better, kind, code))
                    : admission.open(name, right.compared(), better, kind, code);
        }
        return new Result.Refused();
    }

    /**
     * The second step of a browser.
     *
     * @param first what the first one gave; when it is not good any more, the attempt is refused
     */
    public Result with(TokenSecret first, String code) {
        return admission
                .afterFirstStep(first)
                .map(name -> trying(name, () -> admission.open(first, code)))
                .orElseGet(Result.Refused::new);
    }

    private Result trying(String name, Supplier<Result> act) {
        var wait = codes.attempt(name);
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        var result = act.get();
        if (!(result instanceof Result.WrongCode)) {
            codes.forgive(name);
        }
        return result;
    }
}
