package vn.loa.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A server in a process of its own, which never outlives the process that started it.
 *
 * <p>Between the two stands a small shell script. It waits for the end of its standard input, which comes when {@link #close} is
 * called and also when the launcher dies in whatever way, kill -9 included; then it asks the server to stop and, if that takes too
 * long, ends it. The server runs in a session of its own where the system can do that, so that Ctrl-C in a terminal reaches only
 * the launcher, which stops the servers in the right order.
 */
final class Part implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(25);

    private final String name;
    private final Process guard;
    private final Path log;

    private Part(String name, Process guard, Path log) {
        this.name = name;
        this.guard = guard;
        this.log = log;
    }

    /**
     * Starts a server.
     *
     * @param stopSignal the signal that makes it stop in good order
     * @param environment variables it gets in addition to ours
     * @param log where all it prints goes; the log of the run before is kept beside it
     */
    static Part start(String name, String stopSignal, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.getParent());
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
            return new Part(name, guarded(stopSignal, command, environment, log).start(), log);
        } catch (IOException e) {
            throw new StartRefused("The folder " + log.getParent() + " cannot be written: " + e.getMessage() + ".", e);
        }
    }

    private static ProcessBuilder guarded(
            String stopSignal, List<String> command, Map<String, String> environment, Path log) throws IOException {
        Path script = log.resolveSibling(log.getFileName() + ".guard.sh");
        try (InputStream in = Objects.requireNonNull(Part.class.getResourceAsStream("guard.sh"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> guarded = new ArrayList<>(List.of("/bin/sh", script.toString(), stopSignal));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }

    boolean isAlive() {
        return guard.isAlive();
    }

    /** Completed when the server has ended, for whatever reason. */
    CompletableFuture<Part> ended() {
        return guard.onExit().thenApply(process -> this);
    }

    String name() {
        return name;
    }

    Path log() {
        return log;
    }

    /** What the server printed so far; empty if that cannot be read. */
    String printed() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Stops the server and returns when it is gone. Does nothing if it is gone already. */
    @Override
    public void close() {
        try {
            guard.getOutputStream().close();
            if (!guard.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                guard.descendants().forEach(ProcessHandle::destroyForcibly);
                guard.destroyForcibly();
            }
        } catch (IOException e) {
            guard.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
