package vn.loa.media.sandbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import vn.loa.media.sandbox.ProgramFailed.Fault;

/**
 * One run of a program: what it writes is read with a bound, and it is killed with everything it started when it takes too long, stands still or writes
 * too much. Used once, by one thread, which does the waiting.
 */
public final class ProcessRun {
    private static final Duration BEAT = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final File NOTHING = new File("/dev/null");
    private static final int BUFFER = 64 * 1024;

    private final Process process;
    private final ProcessLimits limits;
    private final LastLines errors = new LastLines();
    private final AtomicReference<ProgramFailed> broken = new AtomicReference<>();
    private volatile long lastSign = System.nanoTime();
    private final Autogroup autogroup;

    private ProcessRun(Process process, ProcessLimits limits, int niceness) {
        this.process = process;
        this.limits = limits;
        this.autogroup = new Autogroup(process.pid(), niceness);
    }

    /** Where output goes, piece by piece, on a thread of its own. */
    @FunctionalInterface
    public interface Sink {
        void take(byte[] bytes, int length);
    }

    /** What a program said at its end. */
    public record Finished(int exit, List<String> lines) {
        /**
         * Whether it was begun at all. Where not, nothing has been learnt of what it was to read: this machine could not
         * make room for it, which may be over in a moment.
         */
        public boolean hasBegun() {
            return exit == 0 || Beginning.wasMade(exit, lines);
        }
    }

    /**
     * Starts a program that is known; foreign files are for what {@link Sandbox#start} starts.
     *
     * @throws ProgramFailed if it cannot be started
     */
    public static ProcessRun of(List<String> command, Path folder, ProcessLimits limits) {
        return of(command, folder, limits, Sandbox.ENVIRONMENT, 0);
    }

    /**
     * As {@link #of(List, Path, ProcessLimits)}.
     *
     * @param environment all that the program sees of it
     * @param niceness from 0 to 19: how far it stands back behind programs of other sessions
     */
    static ProcessRun of(
            List<String> command, Path folder, ProcessLimits limits, Map<String, String> environment, int niceness) {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(Redirect.from(NOTHING));
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            return new ProcessRun(builder.start(), limits, niceness);
        } catch (IOException e) {
            throw new ProgramFailed(Fault.NOT_STARTED, command.get(0) + " cannot be started: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            throw SideThread.noneLeft(e);
        }
    }

    /**
     * Waits for its end.
     *
     * @param output takes what it writes on its standard output
     * @param beat called about ten times a second on this thread
     * @throws ProgramFailed if it had to be killed
     */
    public Finished finish(Sink output, Runnable beat) {
        try {
            var out = reader("output", process.getInputStream(), output);
            var err = reader("errors", process.getErrorStream(), errors::take);
            await(beat);
            drain(out, err);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed(Fault.INTERRUPTED, "The work was given up");
        } finally {
            kill();
        }
        Optional.ofNullable(broken.get()).ifPresent(failure -> {
            throw new ProgramFailed(failure.fault(), failure.detail() + said());
        });
        return new Finished(process.exitValue(), errors.lines());
    }

    private void await(Runnable beat) throws InterruptedException {
        var start = System.nanoTime();
        while (!process.waitFor(BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
            var now = System.nanoTime();
            if (now - start > limits.wall().toNanos()) {
                fail(Fault.TIMED_OUT, "It took longer than " + limits.wall());
            } else if (now - lastSign > limits.silence().toNanos()) {
                fail(Fault.TIMED_OUT, "It stood still for " + limits.silence());
            }
            if (broken.get() != null) {
                kill();
            }
            autogroup.standBack();
            beat.run();
        }
        beat.run();
    }

    /** A child that outlives the program may hold its output open; nothing that is wanted comes from it. */
    private void drain(Thread... readers) throws InterruptedException {
        for (var reader : readers) {
            reader.join(PATIENCE.toMillis());
            if (reader.isAlive()) {
                ProcessGroup.kill(process.pid());
                reader.join(PATIENCE.toMillis());
            }
            if (reader.isAlive()) {
                fail(Fault.TIMED_OUT, "Its output does not end");
            }
        }
    }

    private void fail(Fault fault, String detail) {
        broken.compareAndSet(null, new ProgramFailed(fault, detail));
    }

    private String said() {
        var lines = errors.lines();
        return lines.isEmpty() ? "" : "; it said: " + String.join(" | ", lines);
    }

    /** Ends the program and all of its session, and sees it end. Harmless when it has ended. */
    private void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        if (process.isAlive()) {
            ProcessGroup.kill(process.pid());
            process.destroyForcibly();
            awaitEnd();
        }
    }

    /** What was killed writes no more, so that its folder can be deleted. */
    private void awaitEnd() {
        var interrupted = Thread.interrupted();
        try {
            process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread reader(String name, InputStream stream, Sink sink) {
        return SideThread.begin("sandbox-" + name + "-" + process.pid(), () -> read(stream, sink));
    }

    private void read(InputStream stream, Sink sink) {
        var buffer = new byte[BUFFER];
        var total = 0L;
        try (stream) {
            for (var n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                lastSign = System.nanoTime();
                total += n;
                if (total > limits.output()) {
                    fail(Fault.FLOODED, "It wrote more than " + limits.output() + " bytes");
                    return;
                }
                sink.take(buffer, n);
            }
        } catch (IOException killed) {
            // The stream of a program that was killed may break instead of ending.
        } catch (RuntimeException e) {
            fail(Fault.CRASHED, "Its output could not be read: " + e);
        }
    }
}
