package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends uploads whose time is over, and gives up bytes that are needed no longer or belong to nothing. What is needed no longer stays for a
 * day: a backup that reads the database first and the files later finds the bytes of what was on its way, wherever they went meanwhile. Only
 * where the disk has no room for another file they go at once: at the latest when one is announced.
 */
@ApplicationScoped
public class UploadSweep {
    static final Duration GRACE = Duration.ofDays(1);
    private static final int AT_MOST = 10_000;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private UploadLimits limits;

    @Inject
    private PromisedRoom room;

    @Inject
    private Clock clock;

    /** How many uploads came to their end. What somebody is sending at this moment is left alone. */
    public int run() throws IOException {
        var scarce = !room.isFor(limits.mostBytes());
        var ended = 0;
        for (var id : uploads.expired(clock.instant(), AT_MOST)) {
            ended += end(id, scarce) ? 1 : 0;
        }
        giveUp(scarce);
        return ended;
    }

    /** Gives up all bytes that are needed no longer and whose end gives room, however short a time ago they were needed. */
    void makeRoom() throws IOException {
        giveUp(true);
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
        for (var id : staging.ids()) {
            if (!isNeeded(id, clock.instant().minus(scarce ? Duration.ZERO : GRACE))) {
                try (var bytes = staging.open(id).orElse(null)) {
                    if (bytes != null) {
                        uploads.whileNeedless(id, needlessSince(bytes, scarce), bytes::delete);
                    }
                }
            }
        }
    }

    /** Since when at least bytes must have been needless to go. What is a blob, too, gives no room by going, and keeps its day. */
    private Instant needlessSince(StagedBytes bytes, boolean scarce) throws IOException {
        return clock.instant().minus(scarce && !bytes.isLinked() ? Duration.ZERO : GRACE);
    }

    private boolean isNeeded(String id, Instant needless) {
        return uploads.find(id)
                .filter(upload -> !upload.isSettledBefore(needless))
                .isPresent();
    }
}
