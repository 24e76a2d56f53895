package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.media.uploads.UploadRefused.Reason;

/**
 * Takes files from their owners, part by part. What is acknowledged is forced to the disk first and then recorded in the database, which
 * alone says how much is here: what a crash left beyond is overwritten. Needs memory independent of the size.
 */
@ApplicationScoped
public class ReceiveUpload {
    private static final int MOST_LISTED = 100;

    @Inject
    private Uploads uploads;

    @Inject
    private UploadChronicle chronicle;

    @Inject
    private UploadStaging staging;

    @Inject
    private Clock clock;

    /**
     * How far an upload of this account is.
     *
     * @throws UploadRefused when it is not there, or its time is over
     */
    public UploadStatus look(String owner, String id) {
        return UploadStatus.of(find(owner, id));
    }

    /** The uploads of this account that count against its quota, newest first, at most {@value #MOST_LISTED}. @param product those that are sent for this one; null for all */
    public List<UploadStatus> all(String owner, @Nullable String product) {
        return uploads.unsettledOf(owner, product, clock.instant(), MOST_LISTED).stream()
                .map(UploadStatus::of)
                .toList();
    }

    Upload find(String owner, String id) {
        var upload = uploads.find(id)
                .filter(found -> found.owner().equals(owner))
                .orElseThrow(() -> new UploadRefused(Reason.UNKNOWN, "You have no upload of this name"));
        if (!upload.expiresAt().isAfter(clock.instant())) {
            throw new UploadRefused(Reason.EXPIRED, "The time in which this upload could be continued is over");
        }
        return upload;
    }

    /**
     * Takes a part.
     *
     * @param offset where it begins
     * @param length how long it is said to be, in bytes; negative when nobody says
     * @param checksum null when the part has none; with one it is kept as a whole or not at all
     * @return where the next part begins
     * @throws UploadRefused when it is not taken; what was acknowledged before stays
     * @throws SenderBrokeOff when it went away; what came is kept unless it has a checksum
     */
    public long receive(
            String owner, String id, long offset, long length, @Nullable Checksum checksum, InputStream content)
            throws IOException {
        var known = find(owner, id);
        if (known.isComplete()) {
            return nothingMore(known, offset, content);
        }
        try (var bytes = staging.open(id).orElseThrow(ReceiveUpload::locked)) {
            if (bytes.areKept(known.length())) {
                // Not every second name is that of a blob: backups give such, too.
                bytes.force();
                uploads.receivedUpTo(id, known.length());
            }
            var upload = find(owner, id);
            requireNext(upload, offset);
            if (length > upload.length() - offset) {
                throw IncomingPart.tooMuch(upload);
            }
            staging.requireRoom(Math.max(length, 0));
            bytes.startAt(offset);
            return new IncomingPart(upload, bytes, checksum, uploads, staging).take(content);
        }
    }

    /** Its bytes may be in the blob store already: whoever asks again is told so without them. */
    private static long nothingMore(Upload complete, long offset, InputStream content) throws IOException {
        requireNext(complete, offset);
        if (isMore(complete, content)) {
            throw IncomingPart.tooMuch(complete);
        }
        return offset;
    }

    private static boolean isMore(Upload complete, InputStream content) throws SenderBrokeOff {
        try {
            return content.read() >= 0;
        } catch (IOException why) {
            throw new SenderBrokeOff(complete.id(), complete.received(), why);
        }
    }

    private static void requireNext(Upload upload, long offset) {
        if (offset != upload.received()) {
            throw new UploadRefused(
                    Reason.WRONG_OFFSET, "The next byte is number %d, not %d".formatted(upload.received(), offset));
        }
    }

    /**
     * Ends an upload of this account and forgets its bytes.
     *
     * @throws UploadRefused when it is not there, somebody is sending it, or it has become an asset
     */
    public void end(String owner, String id) throws IOException {
        // Before the lock: of what is not theirs nobody learns whether it is being sent.
        find(owner, id);
        try (var bytes = staging.open(id).orElseThrow(ReceiveUpload::locked)) {
            // Again: what came meanwhile is noted.
            if (!chronicle.end(find(owner, id))) {
                throw new UploadRefused(Reason.TAKEN, "The upload is in use and cannot be ended any more");
            }
            bytes.delete();
        }
    }

    private static UploadRefused locked() {
        return new UploadRefused(Reason.LOCKED, "Another request is sending this upload");
    }
}
