package vn.loa.media.uploads;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/**
 * How far an upload is.
 *
 * @param name as its owner calls it, fit to be shown
 * @param type the media type it is said to be of; null when nobody says
 * @param length in bytes, as declared
 * @param received how many bytes are safe
 * @param expiresAt until when it can be continued
 * @param product slug of the product for whose page of files it is sent; null when for none
 * @param used whether it has become a track and waits to be taken in: then it cannot be ended
 * @param reason why it could not become what it was wanted as, the last time that somebody tried, as a code; null when nothing stands against it
 * @param explanation the same for people; null likewise
 */
public record UploadStatus(
        String id,
        String name,
        @Nullable String type,
        long length,
        long received,
        Instant expiresAt,
        @Nullable String product,
        boolean used,
        @Nullable String reason,
        @Nullable Texts explanation) {
    static UploadStatus of(Upload upload) {
        return new UploadStatus(
                upload.id(),
                upload.name(),
                upload.declaredType().orElse(null),
                upload.length(),
                upload.received(),
                upload.expiresAt(),
                upload.product().orElse(null),
                upload.asset().isPresent(),
                upload.refused().orElse(null),
                upload.refused().map(code -> upload.explanation()).orElse(null));
    }
}
