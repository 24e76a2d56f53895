package vn.loa.programmes.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether something waits for a target that cannot, so that what is sent there gives way. To ask costs a look into the database, so it is done about once a second while bytes go. Safe for use by many threads. */
final class Pressure {
    private static final long BETWEEN = TimeUnit.SECONDS.toNanos(1);

    private final BooleanSupplier isThere;
    private final LongSupplier nanos;
    private final AtomicLong asked;

    /** @param isThere whether something waits now */
    Pressure(BooleanSupplier isThere) {
        this(isThere, System::nanoTime);
    }

    /** @param nanos a clock that nobody sets */
    Pressure(BooleanSupplier isThere, LongSupplier nanos) {
        this.isThere = isThere;
        this.nanos = nanos;
        this.asked = new AtomicLong(nanos.getAsLong());
    }

    /** Of what gives way to nothing. */
    static Pressure none() {
        return new Pressure(() -> false);
    }

    /** Asks now. @throws GaveWay when something waits */
    void ask() throws GaveWay {
        asked.set(nanos.getAsLong());
        if (isThere.getAsBoolean()) {
            throw new GaveWay();
        }
    }

    /** May be called as often as one likes. @throws GaveWay when something waits, a second after it began to at the latest */
    void askNowAndThen() throws GaveWay {
        var now = nanos.getAsLong();
        var last = asked.get();
        if (now - last >= BETWEEN && asked.compareAndSet(last, now)) {
            ask();
        }
    }
}
