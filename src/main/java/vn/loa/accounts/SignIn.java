package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Gives somebody who knows the password of an account a token. Every refusal is the same, also in how long it takes: nobody learns
 * which accounts there are. No transaction is open while a password is hashed.
 */
@ApplicationScoped
public class SignIn {
    private static final int LONGEST_USERNAME = 60;
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
        var name = username.length() > LONGEST_USERNAME ? "" : username.strip().toLowerCase(Locale.ROOT);
        var wait = throttle.attempt(name, from);
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        if (passwords.isCrowded()) {
            throttle.forgive(name, from);
            return new Result.Throttled(CROWDED);
        }
        var hash = sessions.passwordHash(name);
        if (hash.isEmpty()) {
            passwords.fitsNobody(password);
        }
        if (hash.filter(stored -> passwords.fits(password, stored)).isEmpty()) {
            sessions.refuse(name, from);
            return new Result.Refused();
        }
        throttle.forgive(name, from);
        var better = hash.filter(passwords::isOutdated).map(old -> passwords.hash(password));
        return sessions.open(name, better);
    }
}
