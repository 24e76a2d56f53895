package vn.loa.media.transcode;

import java.time.Duration;

/**
 * How much there is to encode, as far as that is known before it is read again.
 *
 * @param duration zero of a picture
 * @param width of what is seen, in pixels; 0 of a sound
 * @param height as {@code width}
 */
public record Extent(Duration duration, int width, int height) {
    boolean isSeen() {
        return width > 0 && height > 0;
    }

    /** The same, but at least as long as something else. */
    public Extent fillTo(Duration least) {
        return duration.compareTo(least) < 0 ? new Extent(least, width, height) : this;
    }
}
