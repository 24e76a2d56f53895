package vn.loa.programmes.playout;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import vn.loa.accounts.AttemptLimit;

/**
 * How much a player may write into the log of its commune: some weeks at once, for who was cut off, and then far more than a station plays that never pauses. So whoever has got hold of one fills no disk until an officer
 * takes it back.
 */
@ApplicationScoped
public class PlayoutThrottle {
    static final int AT_ONCE = 20_000;

    /** Some 20,000 a day. */
    static final Duration BETWEEN = Duration.ofSeconds(4);

    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<Long> entries;

    PlayoutThrottle() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    PlayoutThrottle(TimeMeter clock) {
        entries = new AttemptLimit<>(AT_ONCE, BETWEEN, MOST_KEYS, clock);
    }

    /** Counts entries; when there have been too many, it says how long to wait instead. @param player its id @param count of one request */
    public Optional<Duration> write(long player, int count) {
        return entries.attempt(player, Math.max(1, count));
    }
}
