package vn.loa.media.transcode;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import vn.loa.media.transcode.Failure.Reason;

/**
 * A run of ffmpeg beside what the thread that began it does meanwhile: ffmpeg 5.1 takes all sounds of a film one after the other on one processor, while
 * half of another waits for the decoder of its picture. Closing ends a run that has not ended.
 */
final class BackgroundRun implements AutoCloseable {
    private static final Logger LOG = System.getLogger(BackgroundRun.class.getName());
    private static final long BEAT_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 10_000;

    private final AtomicInteger percent = new AtomicInteger();
    private final FutureTask<Void> task;
    private final Thread thread;

    private BackgroundRun(Run run) {
        this.task = new FutureTask<>(() -> {
            run.run(percent::set);
            return null;
        });
        this.thread = new Thread(task, "ffmpeg-run");
        thread.setDaemon(true);
    }

    /** What is run. */
    @FunctionalInterface
    interface Run {
        /** @param reached is told the percentage whenever it grew */
        void run(IntConsumer reached);
    }

    static BackgroundRun begin(Run run) {
        var begun = new BackgroundRun(run);
        begun.thread.start();
        return begun;
    }

    /**
     * Waits until it has ended.
     *
     * @param reached is told the percentage a few times a second, on this thread
     * @throws TranscodingFailed if it failed, or this thread is interrupted
     */
    void await(IntConsumer reached) {
        try {
            while (!isDone()) {
                reached.accept(percent.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscodingFailed(Reason.INTERRUPTED, "The work was given up");
        }
    }

    /** Waits a moment for it. */
    private boolean isDone() throws InterruptedException {
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

    /** Nothing of it is under way afterwards, so that its folder can be deleted. */
    @Override
    public void close() {
        task.cancel(true);
        var interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (thread.isAlive()) {
            LOG.log(Level.WARNING, "A run of ffmpeg that was given up has not ended after {0} ms", PATIENCE_MILLIS);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
