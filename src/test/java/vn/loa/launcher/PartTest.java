package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Until;

class PartTest {
    /** Prints its own number, then waits. */
    static final List<String> SLEEPER = List.of("/bin/sh", "-c", "echo $$; exec sleep 600");

    /** Does not stop when it is asked to. */
    private static final List<String> STUBBORN =
            List.of("/bin/sh", "-c", "trap '' TERM; echo $$; while :; do sleep 1; done");

    @TempDir
    private Path folder;

    @Test
    void closingStopsTheServer() {
        Part part = Part.start("sleeper", "TERM", SLEEPER, Map.of(), log());
        ProcessHandle server = server();

        part.close();

        assertThat(part.isAlive()).isFalse();
        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void aServerThatDoesNotWantToStopIsEnded() {
        Part part = Part.start("stubborn", "TERM", STUBBORN, Map.of(), log());
        ProcessHandle server = server();

        part.close();

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void theEndOfTheServerIsNoticed() throws Exception {
        Part part = Part.start("brief", "TERM", List.of("/bin/sh", "-c", "echo done"), Map.of(), log());

        assertThat(part.ended().get(30, TimeUnit.SECONDS)).isSameAs(part);
        assertThat(part.printed()).isEqualTo("done\n");
    }

    @Test
    void theLogOfTheRunBeforeIsKept() throws Exception {
        Part.start("first", "TERM", List.of("/bin/sh", "-c", "echo first"), Map.of(), log())
                .ended()
                .get(30, TimeUnit.SECONDS);
        Part.start("second", "TERM", List.of("/bin/sh", "-c", "echo second"), Map.of(), log())
                .ended()
                .get(30, TimeUnit.SECONDS);

        assertThat(log()).hasContent("second");
        assertThat(folder.resolve("a server.log.1")).hasContent("first");
    }

    @Test
    void theServerDoesNotOutliveALauncherThatIsKilled() throws Exception {
        Process launcher =
                new ProcessBuilder(Orphanage.command(log())).inheritIO().start();
        ProcessHandle server = server();

        launcher.destroyForcibly().waitFor();

        Until.holds(() -> !server.isAlive());
    }

    @Test
    void theServerDoesNotOutliveALauncherWhoseWholeGroupIsStopped() throws Exception {
        Process launcher =
                new ProcessBuilder(Orphanage.inItsOwnGroup(log())).inheritIO().start();
        ProcessHandle server = server();

        new ProcessBuilder("/bin/sh", "-c", "kill -TERM -" + launcher.pid())
                .start()
                .waitFor();
        launcher.waitFor();

        Until.holds(() -> !server.isAlive());
    }

    private Path log() {
        return folder.resolve("a server.log");
    }

    /** Waits until the server says its number. */
    private ProcessHandle server() {
        String number = Until.answer(this::printed, text -> text.endsWith("\n"));
        return Optional.of(number.strip())
                .map(Long::parseLong)
                .flatMap(ProcessHandle::of)
                .orElseThrow();
    }

    private String printed() throws java.io.IOException {
        return java.nio.file.Files.exists(log()) ? java.nio.file.Files.readString(log()) : "";
    }
}
