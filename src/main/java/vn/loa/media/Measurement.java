package vn.loa.media;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What was measured on decoded content; null where it does not apply or is not known.
 *
 * @param bitrate in bits per second
 * @param width in pixels
 * @param height in pixels
 */
public record Measurement(
        @Nullable Integer bitrate,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Duration duration) {
    /** Nothing is known. */
    public static final Measurement NONE = new Measurement(null, null, null, null);
}
