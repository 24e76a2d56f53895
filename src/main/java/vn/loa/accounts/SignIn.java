package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Gives somebody who knows the password of an account a token. Every refusal is the same, also in how long it takes: nobody learns
 * which accounts there are. No transaction is open while a password is hashed.
 */
@ApplicationScoped
public class SignIn {
    @Inject
    private PasswordTrial trial;

    @Inject
    private Passwords passwords;

    @Inject
    private Sessions sessions;

    /** What comes of an attempt. */
    public sealed interface Result {
        /** @param secret known to nobody else from now on */
        record Admitted(long id, TokenSecret secret, Instant expiresAt) implements Result {}

        /** No such account, another password, or the account is closed. */
        record Refused() implements Result {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Result {}
    }

    /** @param password at most {@link Passwords#LONGEST} characters. @param kind of the token that is wanted */
    public Result with(String username, String password, Network from, TokenKind kind) {
        var name = username.length() > Usernames.LONGEST ? "" : Usernames.normal(username);
        var outcome = trial.of(name, password, from);
        if (outcome instanceof PasswordTrial.Outcome.Throttled throttled) {
            return new Result.Throttled(throttled.pause());
        }
        if (outcome instanceof PasswordTrial.Outcome.Right right) {
            var better =
                    Optional.of(right.compared()).filter(passwords::isOutdated).map(old -> passwords.hash(password));
            return sessions.open(name, right.compared(), better, kind);
        }
        return new Result.Refused();
    }
}
