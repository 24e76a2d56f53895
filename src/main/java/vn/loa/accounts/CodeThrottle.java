package vn.loa.accounts;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows down who tries codes of the second step, account by account: of six digits one in 300,000 is right. Who can keep the holder of an account out
 * this way knows the password already.
 */
@ApplicationScoped
class CodeThrottle {
    static final int AT_ONCE = 10;

    private static final Duration REST = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<String> limit;

    CodeThrottle() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    CodeThrottle(TimeMeter clock) {
        limit = new AttemptLimit<>(AT_ONCE, REST, MOST_KEYS, clock);
    }

    /** Counts an attempt; when there have been too many, it says how long to wait instead. */
    Optional<Duration> attempt(String username) {
        return limit.attempt(username);
    }

    /** The code was right: the attempt does not count. */
    void forgive(String username) {
        limit.forgive(username);
    }
}
