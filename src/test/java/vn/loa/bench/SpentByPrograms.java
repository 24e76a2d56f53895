package vn.loa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How much of the processors the programs use that this process starts, with all that descend from them. They are looked at all the time: the
 * system adds up what ended processes have used, but a sandbox takes its sum along when it ends. What a program uses after the last look is
 * missed.
 */
final class SpentByPrograms implements AutoCloseable {
    /** At most so much of each program is missed, on each processor. */
    static final Duration LOOK = Duration.ofMillis(20);

    private final Map<ProcessHandle, Program> seen = new HashMap<>();
    private final Thread looking = new Thread(this::look, "processor-time");

    private record Program(String command, Duration used) {
        /** What ends at this moment has no command any more. */
        Program later(Program now) {
            return now.command.isEmpty() ? new Program(command, now.used.compareTo(used) > 0 ? now.used : used) : now;
        }
    }

    /** Watches from now on. */
    SpentByPrograms() {
        looking.setDaemon(true);
        looking.start();
    }

    private void look() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookOnce();
                Thread.sleep(LOOK.toMillis());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void lookOnce() {
        ProcessHandle.current()
                .descendants()
                .forEach(process -> process.info()
                        .totalCpuDuration()
                        .ifPresent(used -> seen.merge(process, new Program(command(process), used), Program::later)));
    }

    /** As it is now: a process becomes program after program before it is the one that works. */
    private static String command(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException endedMeanwhile) {
            return "";
        }
    }

    /** In seconds, until now. @param command chooses by words, each followed by a zero byte */
    synchronized double seconds(Predicate<String> command) {
        return seen.values().stream()
                        .filter(program -> command.test(program.command))
                        .mapToLong(program -> program.used.toMillis())
                        .sum()
                / 1e3;
    }

    @Override
    public void close() {
        looking.interrupt();
    }
}
