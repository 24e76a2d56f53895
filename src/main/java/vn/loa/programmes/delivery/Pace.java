package vn.loa.programmes.delivery;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How long a delivery may take as a whole: some minutes, some seconds for each of its files, and what its bytes need on a slow line. Whoever is slower than that, however often they give a sign of life, gives way
 * to others, and is tried again; sounds that they have taken by then are not sent once more. Safe for use by many threads.
 */
final class Pace {
    private static final Duration OF_ALL = Duration.ofMinutes(2);

    /** To ask whether it is there, and to give it its name. */
    private static final Duration OF_A_FILE = Duration.ofSeconds(5);

    /** To find out whether one is let in. */
    private static final Duration OF_A_TRIAL = Duration.ofSeconds(30);

    private static final long SLOWEST_BYTES_A_SECOND = 16 << 10;

    private final Pressure pressure;
    private final LongSupplier nanos;
    private final long began;
    private final Duration given;
    private final AtomicLong moved = new AtomicLong();

    /** @param given besides what its bytes need @param nanos a clock that nobody sets */
    Pace(Duration given, LongSupplier nanos) {
        this(given, nanos, Pressure.none());
    }

    private Pace(Duration given, LongSupplier nanos, Pressure pressure) {
        this.pressure = pressure;
        this.given = given;
        this.nanos = nanos;
        this.began = nanos.getAsLong();
    }

    /** Of a delivery that begins now. @param pressure to which it gives way */
    static Pace of(Shipment shipment, Pressure pressure) {
        return of(shipment, System::nanoTime, pressure);
    }

    static Pace of(Shipment shipment, LongSupplier nanos, Pressure pressure) {
        return new Pace(OF_ALL.plus(OF_A_FILE.multipliedBy(shipment.files().size())), nanos, pressure);
    }

    /** Of a trial that begins now. */
    static Pace ofTrial() {
        return new Pace(OF_A_TRIAL, System::nanoTime);
    }

    /** So many bytes went. */
    void moved(long bytes) {
        moved.addAndGet(bytes);
    }

    /** How long it may still take, if nothing more moves; nothing or less when it is too slow. */
    Duration left() {
        var seconds = moved.get() / SLOWEST_BYTES_A_SECOND;
        return given.plusSeconds(seconds).minusNanos(nanos.getAsLong() - began);
    }

    boolean isOver() {
        return left().isNegative() || left().isZero();
    }

    /** Before each file. @throws NotDelivered when it is too slow @throws GaveWay when something else goes first */
    void next() throws NotDelivered, GaveWay {
        require();
        pressure.ask();
    }

    /** While bytes go, again and again. @throws GaveWay when something else goes first */
    void giveWay() throws GaveWay {
        pressure.askNowAndThen();
    }

    /** @throws NotDelivered when it is too slow */
    void require() throws NotDelivered {
        if (isOver()) {
            throw new NotDelivered(Obstacle.TIMEOUT, "");
        }
    }
}
