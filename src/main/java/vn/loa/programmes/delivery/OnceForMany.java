package vn.loa.programmes.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Does something soon for whoever asks: once for all who ask before it begins, and never twice at the same time, so that many who ask at once need two threads at most. Who asks while it is under way is served by another
 * one after it. Safe for use by many threads.
 */
final class OnceForMany {
    private final Executor executor;
    private final Runnable work;
    private final AtomicBoolean waits = new AtomicBoolean();

    OnceForMany(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** @throws java.util.concurrent.RejectedExecutionException when nobody can do it; who asks next is not told that it waits */
    void ask() {
        if (waits.compareAndSet(false, true)) {
            var taken = false;
            try {
                executor.execute(this::run);
                taken = true;
            } finally {
                if (!taken) {
                    waits.set(false);
                }
            }
        }
    }

    private synchronized void run() {
        waits.set(false);
        work.run();
    }
}
