package vn.loa.media.transcode;

import java.time.Duration;

/**
 * What a foreign file may be at most.
 *
 * @param streams of any kind
 * @param side of a picture, in pixels
 * @param duration how long it may last
 */
public record SourceLimits(int streams, int side, Duration duration) {
    /** A film of a whole evening in 8K, and no more. */
    public static final SourceLimits USUAL = new SourceLimits(16, 8192, Duration.ofHours(6));

    /** Of one picture. */
    long pixels() {
        return (long) side * side;
    }
}
