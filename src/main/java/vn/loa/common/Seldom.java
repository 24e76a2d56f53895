package vn.loa.common;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Lets something that is tried every second or two be complained of once a minute. For several threads. */
public final class Seldom {
    private static final long BETWEEN = Duration.ofMinutes(1).toNanos();

    private final LongSupplier nanoTime;
    private boolean begun;
    private long last;

    public Seldom() {
        this(System::nanoTime);
    }

    /** @param nanoTime as {@link System#nanoTime} */
    Seldom(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Whether it is time to say so; then it is not for a minute. */
    public synchronized boolean isDue() {
        var now = nanoTime.getAsLong();
        if (begun && now - last < BETWEEN) {
            return false;
        }
        begun = true;
        last = now;
        return true;
    }
}
