package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Gives oneself another password. The present one is asked for, because a token that fell into wrong hands must not be enough; trying
 * it is slowed down like signing in.
 */
@ApplicationScoped
public class ChangeOwnPassword {
    private static final Duration CROWDED = Duration.ofSeconds(5);

    @Inject
    private Sessions sessions;

    @Inject
    private AccountAdministration administration;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInThrottle throttle;

    /** What comes of an attempt. */
    public sealed interface Result {
        /** All of one's sessions have ended. */
        record Changed() implements Result {}

        /** The present password is another. */
        record WrongPassword() implements Result {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Result {}
    }

    /** @param present at most {@link Passwords#LONGEST} characters */
    public Result to(NewPassword wanted, String present, Actor self, Network from) {
        var wait = throttle.attempt(self.name(), from);
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        var compared = sessions.passwordHash(self.name()).orElseGet(passwords::nobodys);
        var fits = passwords.fits(present, compared);
        if (fits.isEmpty()) {
            throttle.forgive(self.name(), from);
            return new Result.Throttled(CROWDED);
        }
        if (!fits.get()) {
            sessions.refuse(self.name(), from);
            return new Result.WrongPassword();
        }
        throttle.welcome(self.name(), from);
        return administration.rekeyOwn(self, compared, passwords.hash(wanted.text())) instanceof AccountChange.Done
                ? new Result.Changed()
                : new Result.WrongPassword();
    }
}
