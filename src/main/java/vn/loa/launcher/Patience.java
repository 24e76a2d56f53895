package vn.loa.launcher;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that another process does. */
final class Patience {
    private static final long STEP_MILLIS = 50;

    private Patience() {}

    /** Waits until the condition holds, at most for the given time; tells whether it holds. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }
}
