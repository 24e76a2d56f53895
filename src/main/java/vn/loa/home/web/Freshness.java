package vn.loa.home.web;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Which revision of the content is current, asked for when somebody needs it and at most twice a second, by one thread at a time. While
 * the database does not answer, the last known revision stands: pages in memory stay readable.
 */
final class Freshness {
    private static final Logger LOG = System.getLogger(Freshness.class.getName());
    private static final long KNOWN_FOR = Duration.ofMillis(500).toNanos();

    /** Older knowledge is waited for, if only shortly. */
    private static final long TRUSTED_FOR = Duration.ofMillis(900).toNanos();

    private static final long PATIENCE = Duration.ofMillis(200).toNanos();

    private final LongSupplier source;
    private final LongSupplier nanoTime;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile long revision = -1;
    private volatile long askedAt;
    private volatile boolean known;
    private volatile boolean silent;

    /**
     * @param source asks the database
     * @param nanoTime as {@link System#nanoTime}
     */
    Freshness(LongSupplier source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
    }

    /** The current revision, as of less than a second ago if the database answers. */
    long current() {
        var now = known();
        if (now.isPresent()) {
            return now.getAsLong();
        }
        if (isMyTurn(!known || nanoTime.getAsLong() - askedAt > TRUSTED_FOR)) {
            try {
                ask();
            } finally {
                asking.unlock();
            }
        }
        return revision;
    }

    /** The current revision; empty when it is time to ask again. */
    OptionalLong known() {
        return known && nanoTime.getAsLong() - askedAt < KNOWN_FOR ? OptionalLong.of(revision) : OptionalLong.empty();
    }

    private boolean isMyTurn(boolean worthWaiting) {
        if (!worthWaiting || silent) {
            return asking.tryLock();
        }
        try {
            return asking.tryLock(PATIENCE, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ask() {
        if (known().isPresent()) {
            return;
        }
        try {
            revision = source.getAsLong();
            silent = false;
        } catch (RuntimeException e) {
            if (!silent) {
                silent = true;
                LOG.log(Level.WARNING, "The revision of the content is not known; pages stay as they are", e);
            }
        }
        known = true;
        askedAt = nanoTime.getAsLong();
    }
}
