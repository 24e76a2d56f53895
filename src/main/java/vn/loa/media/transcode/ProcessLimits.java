package vn.loa.media.transcode;

import java.time.Duration;

/**
 * What one run of a program may use.
 *
 * @param wall how long it may take
 * @param silence how long it may go without a sign of life on its output
 * @param cpu processor time of all its threads
 * @param memory address space, in bytes
 * @param fileSize of each file it writes, in bytes
 * @param output on its standard output, and again on its standard error, in bytes
 */
record ProcessLimits(Duration wall, Duration silence, Duration cpu, long memory, long fileSize, long output) {
    /** Decoding 8K pictures with all their references needs most of it. */
    private static final long MEMORY = 6L << 30;

    /** No rendition comes near 8 Mbit/s. */
    private static final long BYTES_PER_SECOND = 1_000_000;

    /** Of a file that is only read. */
    private static final long READ_PER_SECOND = 5_000_000;

    /** For a look at a file, or another short errand. */
    static ProcessLimits look() {
        return new ProcessLimits(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(2), MEMORY, 64L << 20, 8L << 20);
    }

    /**
     * For reading a file to its end without decoding it: by what there is to read, whatever its headers claim. A disk that yields less than this a
     * second could not serve people; of each packet, which has more bytes than that, a line may be said.
     *
     * @param size of the file, in bytes
     * @param silence after which it is taken for hung
     */
    static ProcessLimits counting(long size, Duration silence) {
        var wall = Duration.ofMinutes(5).plusSeconds(size / READ_PER_SECOND);
        return new ProcessLimits(wall, silence, wall, MEMORY, 64L << 20, (64L << 20) + size);
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
                MEMORY,
                (256L << 20) + length.toSeconds() * BYTES_PER_SECOND,
                (64L << 20) + length.toSeconds() * 64_000);
    }
}
