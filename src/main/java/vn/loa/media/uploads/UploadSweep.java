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
        var needless = clock.instant().minus(room.isFor(limits.mostBytes()) ? GRACE : Duration.ZERO);
        var ended = 0;
        for (var id : uploads.expired(clock.instant(), AT_MOST)) {
            ended += end(id, needless) ? 1 : 0;
        }
        giveUp(needless);
        return ended;
    }

    /** Gives up all bytes that are needed no longer, however short a time ago they were. */
    void giveUpNeedless() throws IOException {
        giveUp(clock.instant());
    }

    private boolean end(String id, Instant needless) throws IOException {
        try (var bytes = staging.open(id).orElse(null)) {
            if (bytes == null || !uploads.removeSettled(id, needless)) {
                return false;
            }
            bytes.delete();
            return true;
        }
    }

    /** @param needless since when at least bytes must have been needless to be given up */
    private void giveUp(Instant needless) throws IOException {
        for (var id : staging.ids()) {
            if (!isNeeded(id, needless)) {
                try (var bytes = staging.open(id).orElse(null)) {
                    if (bytes != null) {
                        uploads.whileNeedless(id, needless, bytes::delete);
                    }
                }
            }
        }
    }

    private boolean isNeeded(String id, Instant needless) {
        return uploads.find(id)
                .filter(upload -> !upload.isSettledBefore(needless))
                .isPresent();
    }
}
