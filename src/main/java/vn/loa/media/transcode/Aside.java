package vn.loa.media.transcode;

import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import vn.loa.media.transcode.Failure.Reason;

/**
 * A run of ffmpeg beside what the thread that began it does meanwhile: ffmpeg takes the sounds of a film one after the other on one processor, while
 * decoding its picture leaves another half idle. Closing it ends the run, if it has not ended.
 */
final class Aside implements AutoCloseable {
    private static final long BEAT_MILLIS = 100;
    private static final long PATIENCE_MILLIS = 5_000;

    private final AtomicInteger percent = new AtomicInteger();
    private final FutureTask<Void> run;
    private final Thread thread;

    private Aside(Run run) {
        this.run = new FutureTask<>(() -> {
            run.run(percent::set);
            return null;
        });
        this.thread = new Thread(this.run, "ffmpeg-aside");
        thread.setDaemon(true);
    }

    /** What runs beside. */
    @FunctionalInterface
    interface Run {
        /** @param reached is told the percentage whenever it grew */
        void run(IntConsumer reached);
    }

    static Aside begin(Run run) {
        var aside = new Aside(run);
        aside.thread.start();
        return aside;
    }

    /**
     * Waits for its end.
     *
     * @param reached is told the percentage about ten times a second, on this thread
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

    private boolean isDone() throws InterruptedException {
        try {
            run.get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof TranscodingFailed failed
                    ? new TranscodingFailed(failed.failure())
                    : new TranscodingFailed(Reason.CRASHED, "It ended with " + e.getCause());
        } catch (CancellationException e) {
            throw new TranscodingFailed(Reason.INTERRUPTED, "The work was given up");
        }
    }

    /** Nothing of it is under way afterwards, so that its folder can be deleted. */
    @Override
    public void close() {
        run.cancel(true);
        var interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
