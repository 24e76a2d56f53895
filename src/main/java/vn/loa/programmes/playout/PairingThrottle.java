package vn.loa.programmes.playout;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import vn.loa.accounts.AttemptLimit;
import vn.loa.accounts.Network;

/** Slows down who tries codes that pair a browser with a station, network by network. */
@ApplicationScoped
public class PairingThrottle {
    static final int AT_ONCE = 20;
    static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST_KEYS = 10_000;

    private final AttemptLimit<Network> attempts;

    PairingThrottle() {
        this(TimeMeter.SYSTEM_NANOTIME);
    }

    PairingThrottle(TimeMeter clock) {
        attempts = new AttemptLimit<>(AT_ONCE, BETWEEN, MOST_KEYS, clock);
    }

    /** Counts a code; when there have been too many, it says how long to wait instead. */
    public Optional<Duration> attempt(Network from) {
        return attempts.attempt(from);
    }

    /** The code was a good one: that does not count. */
    public void known(Network from) {
        attempts.forgive(from);
    }
}
