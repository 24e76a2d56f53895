package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Compares a password with that of an account, slowed down for whoever guesses. A wrong password takes as long as an account that does not
 * exist. No transaction is open while a password is hashed: whoever acts upon a right one must look, where it counts, whether the hash is still the compared one.
 */
@ApplicationScoped
class PasswordTrial {
    private static final Duration CROWDED = Duration.ofSeconds(5);

    @Inject
    private SignInThrottle throttle;

    @Inject
    private Passwords passwords;

    @Inject
    private Admission admission;

    /** What comes of a trial. */
    sealed interface Outcome {
        /** @param compared the hash that it was compared with */
        record Right(String compared) implements Outcome {}

        /** It is another, or there is no such account. */
        record Wrong() implements Outcome {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Outcome {}
    }

    /** @param password at most {@link Passwords#LONGEST} characters */
    Outcome of(String name, String password, Network from) {
        var wait = throttle.attempt(name, from);
        if (wait.isPresent()) {
            return new Outcome.Throttled(wait.get());
        }
        var hash = admission.passwordHash(name);
        var fits = passwords.fits(password, hash.orElseGet(passwords::nobodys));
        if (fits.isEmpty()) {
            throttle.forgive(name, from);
            return new Outcome.Throttled(CROWDED);
        }
        if (hash.isEmpty() || !fits.get()) {
            admission.refuse(name, from);
            return new Outcome.Wrong();
        }
        throttle.welcome(name, from);
        return new Outcome.Right(hash.get());
    }
}
