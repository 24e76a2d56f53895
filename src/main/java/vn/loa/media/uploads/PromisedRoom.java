package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import vn.loa.media.uploads.UploadRefused.Reason;

/** The room of the disk, promised to uploads before their bytes come: one rule for who wants some and for who clears away. */
@ApplicationScoped
@Transactional
class PromisedRoom {
    @Inject
    private Uploads uploads;

    @Inject
    private UploadStaging staging;

    @Inject
    private UploadLimits limits;

    @Inject
    private Clock clock;

    /** Whether one more file of so many bytes fits on the disk, beside what others were promised. */
    boolean isFor(long length) throws IOException {
        // Beside the upload itself there is its copy, where the store cannot take it as it is, or what is encoded from
        // it.
        return 2 * length + uploads.bytesToCome(clock.instant()) <= staging.room();
    }

    /** @throws UploadRefused when the account or the disk has no room for it */
    void give(Upload upload) {
        uploads.queue();
        if (upload.length() > limits.quotaBytes() - uploads.bytesOf(upload.owner())) {
            throw UploadRefused.beyond(
                    limits.quotaBytes(),
                    Reason.QUOTA_FULL,
                    "At most %,d bytes of one account may wait to be taken in; end an upload or use it first");
        }
        try {
            if (!isFor(upload.length())) {
                throw UploadStaging.noRoom();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how much room there is", e);
        }
        uploads.add(upload);
    }
}
