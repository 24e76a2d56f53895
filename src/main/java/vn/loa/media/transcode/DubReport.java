package vn.loa.media.transcode;

import java.time.Duration;
import java.util.Optional;

/**
 * How a dub fits its film.
 *
 * @param film how long the film lasts
 * @param dub how long the sound lasts
 * @param offset by how much the dub comes later than the film's own sound (negative: earlier), when the two have enough in common, music
 *     for instance, to tell
 */
public record DubReport(Duration film, Duration dub, Optional<Duration> offset) {
    /** More than that is heard as a mistake. */
    public static final Duration TOLERANCE = Duration.ofMillis(500);

    /** How much longer the dub is; negative when it is shorter. */
    public Duration difference() {
        return dub.minus(film);
    }

    /** Whether people notice when a sound is that much too long, or comes that much too late. */
    public static boolean isNoticeable(Duration difference) {
        return difference.abs().compareTo(TOLERANCE) > 0;
    }
}
