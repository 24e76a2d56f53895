package vn.loa.media.transcode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import vn.loa.media.transcode.Failure.Reason;

/**
 * Several runs of ffmpeg at once: ffmpeg 5.1 takes all sounds of a film one after the other on one processor, while half of another waits for
 * the decoder of its picture. The thread that began them waits for them; closing ends those that have not ended.
 */
final class ParallelRuns implements AutoCloseable {
    private static final Logger LOG = System.getLogger(ParallelRuns.class.getName());
    private static final long BEAT_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 10_000;

    private final List<Running> runs;

    private ParallelRuns(List<Running> runs) {
        this.runs = runs;
    }

    /** One of them. */
    @FunctionalInterface
    interface Run {
        /** @param reached is told the percentage whenever it grew */
        void run(IntConsumer reached);
    }

    static ParallelRuns begin(List<Run> runs) {
        var all = new ParallelRuns(runs.stream().map(Running::new).toList());
        all.runs.forEach(run -> run.thread.start());
        return all;
    }

    /**
     * Waits until all have ended, or the first has failed.
     *
     * @param reached is told the percentage of all of them a few times a second, on this thread
     * @throws TranscodingFailed if one failed, or this thread is interrupted
     */
    void await(IntConsumer reached) {
        try {
            while (!areDone()) {
                reached.accept(runs.stream().mapToInt(run -> run.percent.get()).sum() / runs.size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscodingFailed(Reason.INTERRUPTED, "The work was given up");
        }
    }

    private boolean areDone() throws InterruptedException {
        var done = true;
        for (var run : runs) {
            done &= run.isDone();
        }
        return done;
    }

    /** Nothing of them is under way afterwards, so that their folder can be deleted. */
    @Override
    public void close() {
        runs.forEach(run -> run.task.cancel(true));
        var interrupted = Thread.interrupted();
        for (var run : runs) {
            try {
                run.thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
            if (run.thread.isAlive()) {
                LOG.log(Level.WARNING, "A run of ffmpeg that was given up has not ended after {0} ms", PATIENCE_MILLIS);
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Running {
        private final AtomicInteger percent = new AtomicInteger();
        private final FutureTask<Void> task;
        private final Thread thread;

        Running(Run run) {
            this.task = new FutureTask<>(() -> {
                run.run(percent::set);
                return null;
            });
            this.thread = new Thread(task, "ffmpeg-run");
            thread.setDaemon(true);
        }

        /** Waits a moment for it. */
        boolean isDone() throws InterruptedException {
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
    }
}
