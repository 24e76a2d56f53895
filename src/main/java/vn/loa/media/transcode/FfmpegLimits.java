package vn.loa.media.transcode;

import java.time.Duration;
import vn.loa.media.sandbox.ProcessLimits;

/** What runs of ffmpeg may use, by what they read. */
final class FfmpegLimits {
    /** No rendition comes near 8 Mbit/s. */
    private static final long BYTES_PER_SECOND = 1_000_000;

    /** Of a file that is only read. */
    private static final long READ_PER_SECOND = 5_000_000;

    private FfmpegLimits() {}

    /**
     * For reading a file to its end without decoding it: by what there is to read, whatever its headers claim. A disk that yields less than this a
     * second could not serve people; of each packet, which has more bytes than that, a line may be said.
     *
     * @param size of the file, in bytes
     * @param silence after which it is taken for hung
     */
    static ProcessLimits counting(long size, Duration silence) {
        var wall = Duration.ofMinutes(5).plusSeconds(size / READ_PER_SECOND);
        return new ProcessLimits(wall, silence, wall, ProcessLimits.MEMORY, 64L << 20, (64L << 20) + size);
    }

    /**
     * For encoding something of this length. A machine that needs thirty times as long as it lasts is too slow to serve people.
     *
     * @param silence after which it is taken for hung
     */
    static ProcessLimits encoding(Duration length, int threads, Duration silence) {
        var wall = Duration.ofMinutes(5).plus(length.multipliedBy(30));
        return new ProcessLimits(
                wall,
                silence,
                wall.multipliedBy(threads + 1L),
                ProcessLimits.MEMORY,
                (256L << 20) + length.toSeconds() * BYTES_PER_SECOND,
                (64L << 20) + length.toSeconds() * 64_000);
    }
}
