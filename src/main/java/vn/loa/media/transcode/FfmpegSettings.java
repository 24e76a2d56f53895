package vn.loa.media.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What an operator may decide about encoding.
 *
 * @param program the ffmpeg to use, with ffprobe beside it (setting {@code loa.ffmpeg}); when absent, the one that the system finds
 * @param niceness of the programs, from 0 to 19 (setting {@code loa.ffmpeg.niceness})
 * @param threads that one encoder uses (setting {@code loa.ffmpeg.threads})
 * @param silence after which a program that reads or encodes is taken for hung (setting {@code loa.ffmpeg.silence.seconds})
 */
public record FfmpegSettings(Optional<Path> program, int niceness, int threads, Duration silence) {
    /** ffmpeg writes its progress twice a second. */
    public static final Duration USUAL_SILENCE = Duration.ofMinutes(2);

    /** As far as a program can stand back. */
    private static final int NICEST = 19;

    /** @throws IllegalArgumentException with a sentence that names the setting */
    public FfmpegSettings {
        if (niceness < 0 || niceness > NICEST) {
            throw new IllegalArgumentException(
                    "The setting loa.ffmpeg.niceness must be a number from 0 to " + NICEST + ", not " + niceness);
        }
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException(
                    "The setting loa.ffmpeg.threads must be a number from 1 to 64, not " + threads);
        }
        if (silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException(
                    "The setting loa.ffmpeg.silence.seconds must be greater than 0, not " + silence.toSeconds());
        }
    }
}
