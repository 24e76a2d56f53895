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
 */
record SideBySide(double portal, double yardstick, double ratio) {
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration ROUND = Duration.ofSeconds(4);
    private static final int ROUNDS = 5;

    static SideBySide of(Load load, URI portal, URI yardstick, Map<String, String> fields) throws IOException {
        load.answersPerSecond(portal, fields, WARM_UP);
        load.answersPerSecond(yardstick, fields, Duration.ofSeconds(1));
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            ours[i] = load.answersPerSecond(portal, fields, ROUND);
            theirs[i] = load.answersPerSecond(yardstick, fields, ROUND);
            ratios[i] = ours[i] / theirs[i];
        }
        return new SideBySide(median(ours), median(theirs), median(ratios));
    }

    /** The portal alone, where there is no yardstick. */
    static double alone(Load load, URI portal, Map<String, String> fields) throws IOException {
        load.answersPerSecond(portal, fields, WARM_UP);
        return load.answersPerSecond(portal, fields, ROUND);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
