package vn.loa.media.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.media.sandbox.ProgramFailed.Fault;

/** What stands before a program that reads a foreign file, by what the machine has. */
@EnabledOnOs(OS.LINUX)
class SandboxTest {
    private static final long TWO_GIB = 2L << 30;
    private static final String WORKS = "exit 0";
    private static final int NICENESS = 10;
    private static final List<String> WORDS = List.of("/usr/bin/ffmpeg", "-version");

    @TempDir
    Path folder;

    @Test
    void whereMemoryEndsTheProgramIsEndedBeforeThePortal() throws Exception {
        var command = command(WORKS);

        assertThat(command).containsSequence(tool("choom"), "-n", "1000", "--", tool("bwrap"));
    }

    @Test
    void aMachineThatForbidsThatStillHasTheRest() throws Exception {
        var command = command("case \"$*\" in */choom*) exit 1;; esac");

        assertThat(command).doesNotContain(tool("choom")).contains(tool("bwrap"), tool("prlimit"));
    }

    @Test
    void aMachineThatForbidsBubblewrapStillHasTheRest() throws Exception {
        var command = command("case \"$*\" in */bwrap*) exit 1;; esac");

        assertThat(command).doesNotContain(tool("bwrap")).contains(tool("choom"), tool("setpriv"), tool("prlimit"));
    }

    /** As on a machine that is too busy for a moment. */
    @Test
    void whatCameToNoEndOfItsOwnDoesNotOpenTheSandbox() {
        assertThatThrownBy(() -> command("case \"$*\" in */bwrap*) while echo busy; do :; done;; esac"))
                .isInstanceOfSatisfying(
                        ProgramFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.FLOODED));
    }

    @Test
    void aMachineThatHasTooMuchToDoDoesNotOpenTheSandbox() {
        assertThatThrownBy(
                        () -> command(
                                "case \"$*\" in */bwrap*)"
                                        + " echo 'bwrap: Creating new namespace failed: Resource temporarily unavailable' >&2; exit 1;; esac"))
                .isInstanceOfSatisfying(
                        ProgramFailed.class,
                        failed -> assertThat(failed.fault()).isEqualTo(Fault.NOT_STARTED));
        assertThatThrownBy(() -> command("case \"$*\" in */bwrap*) exit 137;; esac"))
                .isInstanceOf(ProgramFailed.class);
    }

    @Test
    void aProgramThatDoesNotRunAtAllDoesNotOpenTheSandbox() {
        assertThatThrownBy(() -> command("exit 1")).isInstanceOf(ProgramFailed.class);
    }

    @Test
    void noProgramIsGivenMoreMemoryThanTheMachineHas() throws Exception {
        assertThat(command(WORKS)).contains("--as=" + TWO_GIB);
        assertThat(command(WORKS, 64L << 30))
                .contains("--as=" + ProcessLimits.look().memory());
    }

    @Test
    void whatItReadsAndWritesIsLimited() throws Exception {
        assertThat(command(WORKS))
                .contains("--cpu=121:126", "--fsize=" + (64 << 20), "--core=0", "--nofile=256", "--nproc=512")
                .endsWith("--", "/usr/bin/ffmpeg", "-version");
    }

    @Test
    void nothingBeginsASessionAfterTheOneThatStandsBack() throws Exception {
        assertThat(command(WORKS)).doesNotContain("--new-session");
    }

    /** What is not there holds nothing: a folder that machines may have also holds the portals of some. */
    @Test
    void whereverAProgramLiesItsFolderHidesNothingThatItNeeds() throws Exception {
        var program =
                new Sandbox.Program(WORDS, List.of(Path.of("").toAbsolutePath(), Path.of("/data/portal")), Map.of());
        var words = command(sandbox(WORKS, TWO_GIB, program), NICENESS);

        var hiding = Path.of(words.get(words.indexOf("--bind") + 2));
        assertThat(hiding).doesNotExist();
        assertThat(program.readable())
                .allSatisfy(path -> assertThat(words).containsSequence("--ro-bind", path.toString(), path.toString()))
                .noneMatch(path -> path.startsWith(hiding));
    }

    private List<String> command(String session) throws Exception {
        return command(session, TWO_GIB);
    }

    @Test
    void aProgramStandsBackAsFarAsWhoStartsItSaysAndIsKeptInAllTheSame() throws Exception {
        var sandbox = sandbox(WORKS, Sandbox.memory());
        assertThat(command(sandbox, NICENESS)).containsSequence(tool("nice"), "-n", "10");
        assertThat(command(sandbox, 19))
                .containsSequence(tool("nice"), "-n", "19")
                .hasSameSizeAs(command(sandbox, NICENESS))
                .contains(tool("bwrap"), tool("prlimit"), tool("choom"));
    }

    /** @param session the script that begins everything else, and so decides what works */
    private List<String> command(String session, long memory) throws Exception {
        return command(sandbox(session, memory), NICENESS);
    }

    private Sandbox sandbox(String session, long memory) throws Exception {
        return sandbox(session, memory, new Sandbox.Program(WORDS, List.of(Path.of("/usr/bin"), folder), Map.of()));
    }

    private Sandbox sandbox(String session, long memory, Sandbox.Program program) throws Exception {
        for (var name : List.of("setpriv", "nice", "choom", "bwrap", "prlimit")) {
            script(name, WORKS);
        }
        script("setsid", session);
        return Sandbox.strongest(new Executables(List.of(folder)), memory, program);
    }

    private List<String> command(Sandbox sandbox, int niceness) throws Exception {
        var source = Files.writeString(folder.resolve("tone.wav"), "RIFF");
        return sandbox.command(
                WORDS, Files.createTempDirectory(folder, "work"), source, ProcessLimits.look(), niceness);
    }

    private void script(String name, String text) throws Exception {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private String tool(String name) {
        return folder.resolve(name).toString();
    }
}
