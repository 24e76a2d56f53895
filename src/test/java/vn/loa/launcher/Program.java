package vn.loa.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import vn.loa.testing.Until;

/** A launcher or a server in a process of its own, as an operator starts it. Closing it kills it. */
final class Program implements AutoCloseable {
    static final Path PROJECT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    /** A busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What {@code mvn -Prun} calls. */
    static Program launcher(Path output, Map<String, String> environment) {
        return java(
                List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), PROJECT.toString()),
                output,
                environment);
    }

    /** What runs where the portal serves people. @param work for temporary files */
    static Program server(Path output, Path work, Map<String, String> environment) {
        linkPayara();
        return java(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        // It is started again and again, and never lives long enough for more.
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        PROJECT.resolve("target/launcher/launcher.jar").toString(),
                        PROJECT.resolve("target/loa.war").toString(),
                        work.toString()),
                output,
                environment);
    }

    /** The launcher's jar expects Payara Micro beside it; a portal that is started by the launcher has put it there. */
    private static void linkPayara() {
        Path beside = PROJECT.resolve("target/launcher/payara-micro.jar");
        try {
            if (!Files.exists(beside)) {
                Files.createSymbolicLink(beside, Parts.of(PROJECT).payaraMicro());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Program java(List<String> arguments, Path output, Map<String, String> environment) {
        List<String> command = new ArrayList<>(List.of(Java.program()));
        command.addAll(arguments);
        return start(command, output, environment);
    }

    /** Any command, such as the entry point of an image. */
    static Program start(List<String> command, Path output, Map<String, String> environment) {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LOA_"));
        builder.environment().putAll(environment);
        try {
            return new Program(builder.start(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until a line begins so, and returns it; fails when the program ends before. */
    String awaitLine(String beginning) {
        Optional<String> line = Until.answer(
                () -> {
                    // Asked first, or a last line could come between.
                    boolean ended = !process.isAlive();
                    Optional<String> found = lines().stream()
                            .filter(one -> one.startsWith(beginning))
                            .findFirst();
                    return found.isEmpty() && ended ? Optional.of("") : found;
                },
                Optional::isPresent,
                PATIENCE);
        return line.filter(found -> !found.isEmpty())
                .orElseThrow(() -> new AssertionError("Ended before a line began with " + beginning + ": " + lines()));
    }

    /** Waits for the end and returns the exit code. */
    int awaitEnd() throws InterruptedException {
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            throw new AssertionError("Still running: " + lines());
        }
        return process.exitValue();
    }

    List<String> lines() {
        try {
            return Files.readAllLines(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything it started, at whatever depth, that runs now. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** As Ctrl-C and init systems do. */
    void terminate() {
        process.destroy();
    }

    void kill() {
        process.destroyForcibly();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it stand still at once, as a machine that is put to sleep does. */
    void pause() {
        signal("STOP");
    }

    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int told = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (told != 0) {
                throw new AssertionError("SIG" + name + " was not taken");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
