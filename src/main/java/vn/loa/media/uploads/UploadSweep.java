package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Ends uploads whose time is over, unless {@linkplain NeededUpload something waits for them}, and gives up bytes that are needed no longer or belong to nothing. What is needed no longer stays for a
 * day: a backup that reads the database first and the files later finds the bytes of what was on its way, wherever they went meanwhile. Only
 * where the disk has no room for another file they go at once: at the latest when one is announced.
 */
@ApplicationScoped
public class UploadSweep {
    static final Duration GRACE = Duration.ofDays(1);
    private static final int AT_MOST = 10_000;

    /** When so many cannot be given up, the disk itself is at fault. */
    private static final int FEW = 50;

    private static final Logger LOG = System.getLogger(UploadSweep.class.getName());

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private UploadLimits limits;

    @Inject
    private PromisedRoom room;

    @Inject
    @Any
    private Instance<NeededUpload> needs;

    @Inject
    private Clock clock;

    /** How many uploads came to their end. What somebody is sending at this moment is left alone. */
    public int run() throws IOException {
        var scarce = !room.isFor(limits.mostBytes());
        var ended = each(uploads.expired(clock.instant(), AT_MOST), id -> !goesOn(id) && end(id, scarce));
        giveUp(scarce);
        return ended;
    }

    /** What is done to one upload. */
    @FunctionalInterface
    interface Act {
        /** @return whether anything was done */
        boolean perform(String id) throws IOException;
    }

    /**
     * One that cannot be given up does not keep the others, nor do many of them for good: each time they stand elsewhere.
     *
     * @return to how many something was done
     */
    static int each(List<String> ids, Act act) {
        var done = 0;
        var failed = 0;
        var shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled);
        for (var id : shuffled) {
            try {
                done += act.perform(id) ? 1 : 0;
                failed = 0;
            } catch (IOException | UncheckedIOException e) {
                LOG.log(Level.WARNING, "Upload {0} cannot be given up, the others are all the same: {1}", id, e);
                failed++;
            }
            if (failed == FEW) {
                LOG.log(
                        Level.ERROR,
                        "{0} uploads one after the other could not be given up; the rest waits for the next sweep",
                        failed);
                break;
            }
        }
        return done;
    }

    /** Gives up all bytes that are needed no longer and whose end gives room, however short a time ago they were needed. */
    void makeRoom() throws IOException {
        giveUp(true);
    }

    private boolean goesOn(String id) {
        return needs.stream().anyMatch(other -> other.isNeeded(id)) && uploads.keepOn(id, clock.instant());
    }

    private boolean end(String id, boolean scarce) throws IOException {
        try (var bytes = staging.open(id).orElse(null)) {
            if (bytes == null || !uploads.removeSettled(id, needlessSince(bytes, scarce))) {
                return false;
            }
            bytes.delete();
            return true;
        }
    }

    private void giveUp(boolean scarce) throws IOException {
        var there = staging.ids();
        var now = clock.instant();
        var keepTheirDay = uploads.neededSince(now.minus(GRACE));
        var needed = scarce ? uploads.neededSince(now) : keepTheirDay;
        each(
                there.stream().filter(id -> !needed.contains(id)).toList(),
                id -> !(keepTheirDay.contains(id) && staging.isLinked(id)) && giveUp(id, scarce));
    }

    private boolean giveUp(String id, boolean scarce) throws IOException {
        try (var bytes = staging.open(id).orElse(null)) {
            if (bytes != null) {
                uploads.whileNeedless(id, needlessSince(bytes, scarce), bytes::delete);
            }
            return bytes != null;
        }
    }

    /** Since when at least bytes must have been needless to go. What is a blob, too, gives no room by going, and keeps its day. */
    private Instant needlessSince(StagedBytes bytes, boolean scarce) throws IOException {
        return clock.instant().minus(scarce && !bytes.isLinked() ? Duration.ZERO : GRACE);
    }
}
