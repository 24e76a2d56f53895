package vn.loa.media.sandbox;

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
public record ProcessLimits(Duration wall, Duration silence, Duration cpu, long memory, long fileSize, long output) {
    /** Enough for the largest of all programs; the machine may have less. */
    public static final long MEMORY = 6L << 30;

    /** For a look at a file, or another short errand. */
    public static ProcessLimits look() {
        return new ProcessLimits(
                Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(2), MEMORY, 64L << 20, 8L << 20);
    }
}
