package vn.loa.accounts;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows down who tries passwords: for one account from anywhere, and from one network for any account. Only failures count in the
 * end. Whether an account exists makes no difference.
 */
@ApplicationScoped
class SignInThrottle {
    static final int PER_ACCOUNT = 5;
    static final int PER_NETWORK = 30;

    private static final Duration ACCOUNT_REST = Duration.ofMinutes(1);
    private static final Duration NETWORK_REST = Duration.ofSeconds(10);
    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<String> accounts =
            new AttemptLimit<>(PER_ACCOUNT, ACCOUNT_REST, MOST_KEYS, TimeMeter.SYSTEM_NANOTIME);
    private final AttemptLimit<Network> networks =
            new AttemptLimit<>(PER_NETWORK, NETWORK_REST, MOST_KEYS, TimeMeter.SYSTEM_NANOTIME);

    /** Counts an attempt; when there have been too many, it says how long to wait instead. */
    Optional<Duration> attempt(String username, Network from) {
        var wait = networks.attempt(from);
        if (wait.isPresent()) {
            return wait;
        }
        wait = accounts.attempt(username);
        if (wait.isPresent()) {
            networks.forgive(from);
        }
        return wait;
    }

    /** The password was right. */
    void forgive(String username, Network from) {
        accounts.forgive(username);
        networks.forgive(from);
    }
}
