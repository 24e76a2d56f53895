package vn.loa.bench;

import java.util.Arrays;

/** Measurements of one thing that was done again and again, in one unit. Immutable. */
final class Samples {
    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    /** What is measured; it may fail in any way. */
    @FunctionalInterface
    interface Measured {
        /** Does it once and answers how much that took, in the unit of the caller. */
        double once() throws Exception;
    }

    /** What is timed; it may fail in any way. */
    @FunctionalInterface
    interface Timed {
        /** Does it once. */
        void run() throws Exception;
    }

    /**
     * Measures something that needs work before each time which does not count.
     *
     * @param warmUp how often it is done before anything counts
     * @param times how often it counts; at least once
     */
    static Samples of(int warmUp, int times, Measured measured) throws Exception {
        for (int i = 0; i < warmUp; i++) {
            measured.once();
        }
        double[] values = new double[times];
        for (int i = 0; i < times; i++) {
            values[i] = measured.once();
        }
        Arrays.sort(values);
        return new Samples(values);
    }

    /** @param values at least one, in any order */
    static Samples of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Samples(sorted);
    }

    /** These and the others together. */
    Samples with(Samples others) {
        double[] all = Arrays.copyOf(sorted, sorted.length + others.sorted.length);
        System.arraycopy(others.sorted, 0, all, sorted.length, others.sorted.length);
        return of(all);
    }

    /** How long something takes, in milliseconds. */
    static double millis(Timed timed) throws Exception {
        long begin = System.nanoTime();
        timed.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    /** As many were below as above. */
    double median() {
        return quantile(0.5);
    }

    /** The value that a share of them did not exceed. @param share from 0 to 1 */
    double quantile(double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }

    /** The smallest. */
    double least() {
        return sorted[0];
    }
}
