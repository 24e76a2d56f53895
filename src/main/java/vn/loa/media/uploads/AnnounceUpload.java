package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import vn.loa.media.uploads.UploadRefused.Reason;

/** Decides whether a file may come, before any byte of it comes. */
@ApplicationScoped
public class AnnounceUpload {
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
            throw UploadRefused.beyond(limits.mostBytes(), Reason.TOO_LARGE, "Files of at most %,d bytes are taken");
        }
        var now = clock.instant();
        uploads.queue();
        if (length > limits.quotaBytes() - uploads.bytesOf(owner)) {
            throw UploadRefused.beyond(
                    limits.quotaBytes(),
                    Reason.QUOTA_FULL,
                    "At most %,d bytes of one account may wait to be taken in; end an upload or use it first");
        }
        // It lies here until it has been copied into the store.
        staging.requireRoom(2 * length + uploads.bytesToCome(now));
        var upload = new Upload(newId(), owner, name, length, now);
        uploads.add(upload);
        return UploadStatus.of(upload);
    }

    private String newId() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
