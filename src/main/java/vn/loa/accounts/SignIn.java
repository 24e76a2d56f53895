package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/**
 * Gives somebody who knows the password of an account a token. Every refusal is the same, also in how long it takes: nobody learns
 * which accounts there are. No transaction is open while a password is hashed.
 */
@ApplicationScoped
public class SignIn {
    private static final Duration CROWDED = Duration.ofSeconds(5);

    @Inject
    private SignInThrottle throttle;

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

    /** @param password at most {@link Passwords#LONGEST} characters */
    public Result with(String username, String password, Network from) {
        var name = username.length() > Usernames.LONGEST ? "" : Usernames.normal(username);
        var wait = throttle.attempt(name, from);
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        var hash = sessions.passwordHash(name);
        var fits = passwords.fits(password, hash.orElseGet(passwords::nobodys));
        if (fits.isEmpty()) {
            throttle.forgive(name, from);
            return new Result.Throttled(CROWDED);
        }
        if (hash.isEmpty() || !fits.get()) {
            sessions.refuse(name, from);
            return new Result.Refused();
        }
        throttle.welcome(name, from);
        var better = hash.filter(passwords::isOutdated).map(old -> passwords.hash(password));
        return sessions.open(name, hash.get(), better);
    }
}
