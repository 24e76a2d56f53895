package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;

/**
 * Makes the first administrator of a new installation, for whoever runs it and therefore knows the secret of its settings. Once
 * somebody administers the portal, the secret opens nothing any more.
 */
@ApplicationScoped
public class FoundPortal {
    @Inject
    private AccountSettings settings;

    @Inject
    private AccountAdministration administration;

    @Inject
    private Passwords passwords;

    @Inject
    private SignInThrottle throttle;

    /** What comes of an attempt. */
    public sealed interface Result {
        record Founded(AccountView administrator) implements Result {}

        /** The settings hold no secret. */
        record Closed() implements Result {}

        /** The secret is another. */
        record WrongSecret() implements Result {}

        /** Somebody administers it already, or has this name. */
        record Taken() implements Result {}

        /** Too many attempts. @param pause before the next one */
        record Throttled(Duration pause) implements Result {}
    }

    /** Whether the portal waits for its first administrator. */
    public boolean isOpen() {
        return settings.setupSecret().isPresent() && !administration.isFounded();
    }

    /** @param displayName as people read it */
    public Result with(String secret, NewAccount account, String displayName, Network from) {
        var expected = settings.setupSecret();
        if (expected.isEmpty()) {
            return new Result.Closed();
        }
        var wait = throttle.attempt(from);
        if (wait.isPresent()) {
            return new Result.Throttled(wait.get());
        }
        if (!MessageDigest.isEqual(bytes(expected.get()), bytes(secret))) {
            return new Result.WrongSecret();
        }
        throttle.forgive(from);
        var hash = passwords.hash(account.password().text());
        return administration.found(account.username(), displayName, hash) instanceof AccountChange.Done done
                ? new Result.Founded(done.account())
                : new Result.Taken();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
