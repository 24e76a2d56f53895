package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Failpoint;
import vn.loa.media.uploads.UploadRefused.Reason;

/**
 * Takes files from their owners, part by part. What is acknowledged is forced to the disk first and then recorded in the database, which
 * alone says how much is here: what a crash left beyond is overwritten. Needs memory independent of the size.
 */
@ApplicationScoped
public class ReceiveUpload {
    private static final Logger LOG = System.getLogger(ReceiveUpload.class.getName());
    private static final int BUFFER = 128 * 1024;
    private static final int MOST_LISTED = 100;

    /** Of a long part without a checksum, so much at a time becomes safe. */
    private static final long STRIDE = 16L << 20;

    private final SecureRandom random = new SecureRandom();

    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private UploadLimits limits;

    @Inject
    private Clock clock;

    /**
     * Announces an upload, before any byte of it comes.
     *
     * @param owner the account's name
     * @param length in bytes
     * @throws UploadRefused when it is too large, or the account or the disk has no room
     */
    @Transactional
    public UploadStatus announce(String owner, UploadedName name, long length) {
        if (length > limits.mostBytes()) {
            throw new UploadRefused(
                    Reason.TOO_LARGE, "Files of at most %,d bytes are taken".formatted(limits.mostBytes()));
        }
        var now = clock.instant();
        uploads.queue();
        if (length > limits.quotaBytes() - uploads.bytesOf(owner)) {
            throw new UploadRefused(
                    Reason.QUOTA_FULL,
                    "At most %,d bytes of one account may wait to be taken in; end an upload or use it first"
                            .formatted(limits.quotaBytes()));
        }
        requireRoom(length, uploads.bytesToCome(now));
        var upload = new Upload(newId(), owner, name, length, now);
        uploads.add(upload);
        return UploadStatus.of(upload);
    }

    /**
     * How far an upload of this account is.
     *
     * @throws UploadRefused when it is not there, or its time is over
     */
    public UploadStatus look(String owner, String id) {
        return UploadStatus.of(find(owner, id));
    }

    /** The uploads of this account that count against its quota, newest first, at most {@value #MOST_LISTED}. */
    public List<UploadStatus> all(String owner) {
        return uploads.unsettledOf(owner, clock.instant(), MOST_LISTED).stream()
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
     * @throws IOException when its sender broke off; what came is kept unless it has a checksum
     */
    public long receive(
            String owner, String id, long offset, long length, @Nullable Checksum checksum, InputStream content)
            throws IOException {
        var known = find(owner, id);
        if (known.isComplete()) {
            return nothingMore(known, offset, content);
        }
        try (var bytes = staging.open(id).orElseThrow(ReceiveUpload::locked)) {
            var upload = find(owner, id);
            requireNext(upload, offset);
            if (length > upload.length() - offset) {
                throw tooMuch(upload);
            }
            requireRoom(Math.max(length, 0), 0);
            bytes.startAt(offset);
            return new Part(upload, bytes, checksum).take(content);
        }
    }

    /** Its bytes may be in the blob store already: whoever asks again is told so without them. */
    private static long nothingMore(Upload complete, long offset, InputStream content) throws IOException {
        requireNext(complete, offset);
        if (content.read() >= 0) {
            throw tooMuch(complete);
        }
        return offset;
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
        find(owner, id);
        try (var bytes = staging.open(id).orElseThrow(ReceiveUpload::locked)) {
            if (!uploads.remove(id)) {
                throw new UploadRefused(Reason.TAKEN, "The upload is in use and cannot be ended any more");
            }
            bytes.delete();
        }
    }

    private void requireRoom(long length, long promised) {
        try {
            if (length > staging.room() - promised) {
                throw noRoom();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how much room there is", e);
        }
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static UploadRefused locked() {
        return new UploadRefused(Reason.LOCKED, "Another request is sending this upload");
    }

    private static UploadRefused noRoom() {
        return new UploadRefused(Reason.NO_ROOM, "There is no room on the disk of the portal");
    }

    private static UploadRefused tooMuch(Upload upload) {
        return new UploadRefused(
                Reason.TOO_LARGE, "More bytes came than the %,d that were declared".formatted(upload.length()));
    }

    /** One part on its way from the network to the disk. */
    private final class Part {
        private final Upload upload;
        private final StagedBytes bytes;
        private final @Nullable Checksum checksum;
        private final @Nullable MessageDigest digest;
        private long written;
        private long safe;

        Part(Upload upload, StagedBytes bytes, @Nullable Checksum checksum) {
            this.upload = upload;
            this.bytes = bytes;
            this.checksum = checksum;
            this.digest = checksum == null ? null : checksum.digest();
            this.written = upload.received();
            this.safe = written;
        }

        long take(InputStream content) throws IOException {
            try {
                copy(content);
            } catch (IOException brokenOff) {
                if (checksum == null) {
                    secure();
                }
                throw brokenOff;
            }
            if (checksum != null && digest != null && !checksum.isOf(digest)) {
                bytes.startAt(safe);
                throw new UploadRefused(
                        Reason.WRONG_CHECKSUM, "The bytes are not those that were sent; nothing of them was kept");
            }
            secure();
            return safe;
        }

        private void copy(InputStream content) throws IOException {
            var buffer = new byte[BUFFER];
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                if (n > upload.length() - written) {
                    bytes.startAt(safe);
                    throw tooMuch(upload);
                }
                write(buffer, n);
                if (digest == null && written - safe >= STRIDE) {
                    secure();
                }
            }
        }

        private void write(byte[] buffer, int n) throws IOException {
            try {
                bytes.write(buffer, n);
            } catch (IOException full) {
                throw failed(full);
            }
            if (digest != null) {
                digest.update(buffer, 0, n);
            }
            written += n;
            Failpoint.pass("upload-written");
        }

        /** Forces what was written and records it, in this order. */
        private void secure() throws IOException {
            if (written == safe) {
                return;
            }
            try {
                bytes.force();
            } catch (IOException full) {
                throw failed(full);
            }
            Failpoint.pass("upload-forced");
            if (!uploads.receivedUpTo(upload.id(), written)) {
                throw new UploadRefused(Reason.UNKNOWN, "The upload has been ended");
            }
            safe = written;
            Failpoint.pass("upload-recorded");
        }

        /** What is recorded stays true, and the room that the rest took is given back. */
        private RuntimeException failed(IOException why) throws IOException {
            LOG.log(Level.WARNING, "Upload {0} could not be written at {1}: {2}", upload.id(), written, why);
            bytes.startAt(safe);
            return staging.room() < BUFFER ? noRoom() : new UncheckedIOException("Cannot write an upload", why);
        }
    }
}
