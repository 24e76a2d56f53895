package vn.loa.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Asks again and again for something that happens soon, instead of sleeping and hoping. */
public final class Until {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long STEP_MILLIS = 50;

    private Until() {}

    /** The first answer that fits; fails with the last answer after half a minute. */
    public static <T> T answer(Callable<T> ask, Predicate<T> fits) {
        return answer(ask, fits, LIMIT);
    }

    /** The same with another patience, for what is much work. */
    public static <T> T answer(Callable<T> ask, Predicate<T> fits, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            T last = ask.call();
            while (!fits.test(last)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Did not happen within " + limit + "; last: " + last);
                }
                Thread.sleep(STEP_MILLIS);
                last = ask.call();
            }
            return last;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until a condition holds; fails after half a minute. */
    public static void holds(Callable<Boolean> condition) {
        answer(condition, Boolean::booleanValue);
    }
}
