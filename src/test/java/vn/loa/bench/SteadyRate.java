package vn.loa.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Asks one question after another at a steady rate, as people do who know nothing of each other: nobody waits until somebody else is answered, and
 * a question that comes late because others are slow counts from when it was due.
 */
final class SteadyRate {
    private static final int MOST_AT_ONCE = 64;

    private SteadyRate() {}

    /** What is done with a question; it may fail in any way. */
    @FunctionalInterface
    interface Asked {
        void ask(String question) throws Exception;
    }

    /** How long each took, in milliseconds. */
    static Samples of(double perSecond, List<String> questions, Asked asked) throws Exception {
        var askers = Executors.newScheduledThreadPool(MOST_AT_ONCE);
        try {
            long begin = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(100);
            var waiting = new ArrayList<Future<Double>>();
            for (int i = 0; i < questions.size(); i++) {
                String question = questions.get(i);
                long due = begin + (long) (i * TimeUnit.SECONDS.toNanos(1) / perSecond);
                waiting.add(askers.schedule(
                        () -> {
                            asked.ask(question);
                            return (System.nanoTime() - due) / 1e6;
                        },
                        due - System.nanoTime(),
                        TimeUnit.NANOSECONDS));
            }
            double[] took = new double[waiting.size()];
            for (int i = 0; i < took.length; i++) {
                took[i] = waiting.get(i).get();
            }
            return Samples.of(took);
        } finally {
            askers.shutdownNow();
        }
    }
}
