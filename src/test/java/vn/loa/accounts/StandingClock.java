package vn.loa.accounts;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** A clock that a test moves. */
final class StandingClock implements TimeMeter {
    private long now;

    void pass(Duration time) {
        now += time.toNanos();
    }

    @Override
    public long currentTimeNanos() {
        return now;
    }

    @Override
    public boolean isWallClockBased() {
        return false;
    }
}
