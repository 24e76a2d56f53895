package vn.loa.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code mvn -Prun} in a project, as somebody types it. Closing it stops Maven and with it all that it started. */
final class RunCommand implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Duration LONGEST_UNREST = Duration.ofMinutes(2);
    private static final long STEP_MILLIS = 20;
    private static final long WINDOW_MILLIS = 5_000;

    /** Of one processor. */
    private static final double SHARE_AT_REST = 0.05;

    private final Process process;
    private final Path output;
    private final double secondsUntilReady;

    private RunCommand(Process process, Path output, double secondsUntilReady) {
        this.process = process;
        this.output = output;
        this.secondsUntilReady = secondsUntilReady;
    }

    /** Starts it and returns when it says that the portal is ready. */
    static RunCommand start(Path project, Path data) throws IOException, InterruptedException {
        Path output = Files.createTempFile("loa-run", ".log");
        ProcessBuilder command = new ProcessBuilder(List.of(
                        System.getProperty("bench.maven"),
                        "-B",
                        "-o",
                        "-Dmaven.repo.local=" + System.getProperty("bench.repository"),
                        "-Prun"))
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        command.environment().keySet().removeIf(name -> name.startsWith("LOA_") || name.startsWith("MAVEN_"));
        command.environment().put("LOA_PORT", Integer.toString(freePort()));
        command.environment().put("LOA_DATA", data.toString());
        long begin = System.nanoTime();
        Process process = command.start();
        while (process.isAlive() && !isReady(output) && System.nanoTime() - begin < PATIENCE.toNanos()) {
            Thread.sleep(STEP_MILLIS);
        }
        RunCommand run = new RunCommand(process, output, (System.nanoTime() - begin) / 1e9);
        if (!isReady(output)) {
            String printed = Files.readString(output);
            run.close();
            throw new IllegalStateException("mvn -Prun did not become ready:\n" + printed);
        }
        return run;
    }

    private static boolean isReady(Path output) throws IOException {
        return Files.readString(output).lines().anyMatch(line -> line.startsWith("Loa is ready: "));
    }

    double secondsUntilReady() {
        return secondsUntilReady;
    }

    /** Maven; all else descends from it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    /** Waits until the processes do next to nothing for five seconds, at most for two minutes. */
    void awaitRest() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_UNREST.toNanos();
        long before = processorNanos();
        double share = 1;
        while (share > SHARE_AT_REST && System.nanoTime() < end) {
            Thread.sleep(WINDOW_MILLIS);
            long now = processorNanos();
            share = (now - before) / (WINDOW_MILLIS * 1e6);
            before = now;
        }
    }

    private long processorNanos() {
        return Stream.concat(Stream.of(process()), process().descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all =
                Stream.concat(Stream.of(process()), process().descendants()).toList();
        process.destroy();
        try {
            process.waitFor(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        Files.delete(output);
    }
}
