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
    @Inject
    private PasswordTrial trial;

    @Inject
    private AccountSecrets secrets;

    @Inject
    private Passwords passwords;

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
        var outcome = trial.of(self.name(), present, from);
        if (outcome instanceof PasswordTrial.Outcome.Throttled throttled) {
            return new Result.Throttled(throttled.pause());
        }
        return outcome instanceof PasswordTrial.Outcome.Right right
                        && secrets.rekeyOwn(self, right.compared(), passwords.hash(wanted.text()))
                                instanceof AccountChange.Done
                ? new Result.Changed()
                : new Result.WrongPassword();
    }
}
