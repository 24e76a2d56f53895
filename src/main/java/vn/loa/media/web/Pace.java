package vn.loa.media.web;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How fast a client takes its answer. One thread moves, one other asks. */
final class Pace {
    /** Long enough for the buffers between here and the client to be of no account. */
    static final Duration SPAN = Duration.ofMinutes(5);

    /** Bytes a second: slower than the smallest sound is played. */
    static final long LEAST = 1536;

    private final AtomicLong moved = new AtomicLong();
    private long before;
    private long since;

    /** @param now as {@link System#nanoTime} */
    Pace(long now) {
        this.since = now;
    }

    void moved(int bytes) {
        moved.addAndGet(bytes);
    }

    /** Whether less than the least has moved in the last whole span. */
    boolean isTooSlow(long now) {
        if (now - since < SPAN.toNanos()) {
            return false;
        }
        var total = moved.get();
        var slow = total - before < LEAST * SPAN.toSeconds();
        before = total;
        since = now;
        return slow;
    }
}
