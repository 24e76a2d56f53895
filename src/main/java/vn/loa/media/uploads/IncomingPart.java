package vn.loa.media.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Failpoint;
import vn.loa.media.uploads.UploadRefused.Reason;

/** One part on its way from the network to the disk. For one thread. */
final class IncomingPart {
    private static final Logger LOG = System.getLogger(IncomingPart.class.getName());
    private static final int BUFFER = 128 * 1024;

    /** Of a long part without a checksum, so much at a time becomes safe. */
    private static final long STRIDE = 16L << 20;

    private final Uploads uploads;
    private final UploadStaging staging;
    private final Upload upload;
    private final StagedBytes bytes;
    private final @Nullable Checksum checksum;
    private final @Nullable MessageDigest digest;
    private long written;
    private long safe;

    IncomingPart(
            Upload upload, StagedBytes bytes, @Nullable Checksum checksum, Uploads uploads, UploadStaging staging) {
        this.uploads = uploads;
        this.staging = staging;
        this.upload = upload;
        this.bytes = bytes;
        this.checksum = checksum;
        this.digest = checksum == null ? null : checksum.digest();
        this.written = upload.received();
        this.safe = written;
    }

    /**
     * Keeps what comes; with a checksum as a whole or not at all.
     *
     * @return where the next part begins
     * @throws SenderBrokeOff after what came was kept
     */
    long take(InputStream content) throws IOException {
        try {
            copy(content);
        } catch (SenderBrokeOff brokenOff) {
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
        for (var n = read(content, buffer); n >= 0; n = read(content, buffer)) {
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

    private int read(InputStream content, byte[] buffer) throws SenderBrokeOff {
        try {
            return content.read(buffer);
        } catch (IOException why) {
            throw new SenderBrokeOff(upload.id(), written, why);
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
        return staging.room() < BUFFER
                ? UploadStaging.noRoom()
                : new UncheckedIOException("Cannot write an upload", why);
    }

    static UploadRefused tooMuch(Upload upload) {
        return new UploadRefused(
                Reason.MORE_THAN_DECLARED,
                "More bytes came than the %,d that were declared".formatted(upload.length()));
    }
}
