package vn.loa.media.transcode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import vn.loa.media.sandbox.ProgramFailed;
import vn.loa.media.sandbox.SideThread;
import vn.loa.media.transcode.Failure.Reason;

/**
 * Runs of ffmpeg beside each other and beside what the thread that began them does meanwhile: ffmpeg 5.1 does one thing after the other, so one run
 * leaves half of two processors idle. Closing ends those that have not ended.
 */
final class BackgroundRuns implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BackgroundRuns.class.getName());
    private static final long BEAT_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 10_000;

    private final List<Begun> runs;

    private BackgroundRuns(List<Begun> runs) {
        this.runs = runs;
    }

    /** What is run. */
    @FunctionalInterface
    interface Run {
        /** @param reached is told the percentage whenever it grew */
        void run(IntConsumer reached);
    }

    /** @throws TranscodingFailed if the machine has no thread for one of them; then none is under way */
    static BackgroundRuns begin(List<Run> runs) {
        var begun = new ArrayList<Begun>();
        try {
            runs.forEach(run -> begun.add(new Begun(run)));
        } catch (ProgramFailed failed) {
            new BackgroundRuns(begun).close();
            throw new TranscodingFailed(Failure.of(failed));
        }
        return new BackgroundRuns(begun);
    }

    /**
     * Waits until all have ended.
     *
     * @param reached is told the mean of their percentages a few times a second, on this thread
     * @throws TranscodingFailed as soon as one failed, or this thread is interrupted
     */
    void await(IntConsumer reached) {
        try {
            for (var waiting = runs; !waiting.isEmpty(); waiting = notEnded(waiting)) {
                reached.accept((int) runs.stream()
                        .mapToInt(run -> run.percent.get())
                        .average()
                        .orElse(0));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscodingFailed(Reason.INTERRUPTED, "The work was given up");
        }
    }

    private static List<Begun> notEnded(List<Begun> waiting) throws InterruptedException {
        var left = new ArrayList<Begun>();
        for (var run : waiting) {
            if (!run.ends()) {
                left.add(run);
            }
        }
        return left;
    }

    /** Nothing of them is under way afterwards, so that their folder can be deleted. */
    @Override
    public void close() {
        runs.forEach(run -> run.task.cancel(true));
        var interrupted = Thread.interrupted();
        for (var run : runs) {
            interrupted |= !run.join();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Begun {
        private final AtomicInteger percent = new AtomicInteger();
        private final FutureTask<Void> task;
        private final Thread thread;

        Begun(Run run) {
            this.task = new FutureTask<>(() -> {
                run.run(percent::set);
                return null;
            });
            this.thread = SideThread.begin("ffmpeg-run", task);
        }

        /** Waits a moment for it. */
        boolean ends() throws InterruptedException {
            try {
                task.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
                return true;
            } catch (TimeoutException e) {
                return false;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof TranscodingFailed failed
                        ? new TranscodingFailed(failed.failure())
                        : new TranscodingFailed(Reason.CRASHED, "It ended with " + e.getCause());
            }
        }

        /** @return whether nobody interrupted the waiting */
        boolean join() {
            var undisturbed = true;
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                undisturbed = false;
            }
            if (thread.isAlive()) {
                LOG.log(Level.WARNING, "A run of ffmpeg that was given up has not ended after {0} ms", PATIENCE_MILLIS);
            }
            return undisturbed;
        }
    }
}
