package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/**
 * The portal and the yardstick under the same load by turns, so that what else the machine does meets both. Results are medians over
 * the rounds.
 *
 * @param portal answers per second
 * @param yardstick answers per second
 * @param ratio median of the ratios of each round
 * @param portalCost microseconds of processor time for an answer
 * @param yardstickCost microseconds of processor time for an answer
 */
record SideBySide(double portal, double yardstick, double ratio, double portalCost, double yardstickCost) {
    /** After so many the virtual machine has optimised what it will. */
    private static final int ANSWERS_TO_WARM_UP = 300_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;

    static SideBySide of(Load load, URI portal, Yardstick nginx, URI yardstick, Map<String, String> fields)
            throws IOException {
        warmUp(load, portal, fields);
        load.answersPerSecond(yardstick, fields, Duration.ofSeconds(1));
        ProcessorTime ofPortal = ProcessorTime.ofPortal();
        double[][] measured = new double[5][ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            Round ours = Round.of(load, portal, fields, ofPortal);
            Round theirs = Round.of(load, yardstick, fields, nginx.processorTime());
            measured[0][i] = ours.rate;
            measured[1][i] = theirs.rate;
            measured[2][i] = ours.rate / theirs.rate;
            measured[3][i] = ours.cost;
            measured[4][i] = theirs.cost;
        }
        return new SideBySide(
                median(measured[0]),
                median(measured[1]),
                median(measured[2]),
                median(measured[3]),
                median(measured[4]));
    }

    /**
     * One turn of one of the two.
     *
     * @param rate answers per second
     * @param cost microseconds of processor time for an answer
     */
    private record Round(double rate, double cost) {
        static Round of(Load load, URI address, Map<String, String> fields, ProcessorTime processor)
                throws IOException {
            long before = processor.used().toNanos();
            double rate = load.answersPerSecond(address, fields, ROUND);
            return new Round(rate, (processor.used().toNanos() - before) / 1e3 / (rate * ROUND.toSeconds()));
        }
    }

    /** The portal alone, where there is no yardstick. */
    static double alone(Load load, URI portal, Map<String, String> fields) throws IOException {
        warmUp(load, portal, fields);
        return load.answersPerSecond(portal, fields, ROUND);
    }

    private static void warmUp(Load load, URI address, Map<String, String> fields) throws IOException {
        long end = System.nanoTime() + LONGEST_WARM_UP.toNanos();
        double answers = 0;
        while (answers < ANSWERS_TO_WARM_UP && System.nanoTime() < end) {
            answers += load.answersPerSecond(address, fields, ROUND) * ROUND.toSeconds();
        }
    }

    /** Puts the results into a report. @param what begins each line @param unit of the rate @param aim of the ratio */
    void to(Report report, String what, String unit, String aim) {
        report.row(what + "portal", portal, unit)
                .row(what + "nginx", yardstick, unit)
                .row(what + "ratio", ratio, "of nginx", aim)
                .row(what + "portal, processor time", portalCost, "µs each")
                .row(what + "nginx, processor time", yardstickCost, "µs each");
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
