package vn.loa.media.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.media.sandbox.ProgramFailed.Fault;
import vn.loa.testing.Until;

@EnabledOnOs(OS.LINUX)
class ProcessRunTest {
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void aProgramThatTakesTooLongIsKilledWithItsChildren() throws Exception {
        // Long enough for a busy machine to get as far as the child.
        var limits = new ProcessLimits(Duration.ofSeconds(5), LONG, LONG, 1L << 30, 1L << 20, 1L << 20);

        assertFails(limits, Fault.TIMED_OUT, "sleep 600 & echo $! > child; sleep 600");

        assertThat(Until.answer(() -> runs(pid("child")), runs -> !runs)).isFalse();
    }

    @Test
    void aProgramThatStandsStillIsKilledEarly() {
        var limits = new ProcessLimits(LONG, Duration.ofMillis(700), LONG, 1L << 30, 1L << 20, 1L << 20);

        assertFails(limits, Fault.TIMED_OUT, "echo begun; sleep 600");
    }

    @Test
    void aProgramThatWritesWithoutEndIsKilledOnEitherOutput() {
        var limits = new ProcessLimits(LONG, LONG, LONG, 1L << 30, 1L << 20, 1L << 20);

        assertFails(limits, Fault.FLOODED, "yes");
        assertFails(limits, Fault.FLOODED, "yes 1>&2");
    }

    @Test
    void aChildThatOutlivesTheProgramDoesNotHoldUsUp() {
        var limits = new ProcessLimits(LONG, LONG, LONG, 1L << 30, 1L << 20, 1L << 20);

        assertThat(run(limits, "sleep 600 & exit 3").exit()).isEqualTo(3);
    }

    @Test
    void interruptingKillsTheProgram() throws Exception {
        var limits = new ProcessLimits(LONG, LONG, LONG, 1L << 30, 1L << 20, 1L << 20);
        var waiting = Thread.currentThread();
        var interrupting = new Thread(() -> {
            Until.holds(() -> Files.exists(folder.resolve("program")) && Files.size(folder.resolve("program")) > 0);
            waiting.interrupt();
        });
        interrupting.start();

        assertFails(limits, Fault.INTERRUPTED, "echo $$ > program; exec sleep 600");

        assertThat(Thread.interrupted()).isTrue();
        interrupting.join();
        assertThat(Until.answer(() -> runs(pid("program")), runs -> !runs)).isFalse();
    }

    /** That a script wrote to a file. */
    private long pid(String file) throws IOException {
        return Long.parseLong(Files.readString(folder.resolve(file)).strip());
    }

    @Test
    void whereProcessorsAreSharedOutBySessionsThatOfTheProgramStandsBackAndOursDoesNot() throws Exception {
        assumeThat(Path.of("/proc/sys/kernel/sched_autogroup_enabled"))
                .exists()
                .content()
                .startsWith("1");
        var limits = new ProcessLimits(LONG, LONG, LONG, 1L << 30, 1L << 20, 1L << 20);
        var ours = Path.of("/proc/self/autogroup");
        var before = Files.readString(ours);

        var finished = ProcessRun.of(
                        List.of(
                                "/usr/bin/setsid",
                                "/bin/sh",
                                "-c",
                                "tries=0; until grep -q 'nice 13' /proc/self/autogroup; do"
                                        + " tries=$((tries + 1)); [ $tries -lt 100 ] || exit 1; sleep 0.1; done"),
                        folder,
                        limits,
                        Map.of("PATH", "/usr/bin:/bin"),
                        13)
                .finish((bytes, length) -> {}, () -> {});

        assertThat(finished.exit()).isZero();
        assertThat(Files.readString(ours)).isEqualTo(before);
    }

    @Test
    void aProgramThatTheMachineDoesNotStartIsToldFromOneThatCrashes() {
        var limits = ProcessLimits.look();

        assertThatThrownBy(() -> ProcessRun.of(List.of("/nowhere/setsid", "/bin/true"), folder, limits))
                .asInstanceOf(type(ProgramFailed.class))
                .extracting(ProgramFailed::fault)
                .isEqualTo(Fault.NOT_STARTED);
        assertThat(run(limits, "exec /nowhere/ffmpeg").hasBegun()).isFalse();
        assertThat(run(limits, "echo 'bwrap: Creating new namespace failed' >&2; exit 1")
                        .hasBegun())
                .isFalse();
        assertThat(run(limits, "kill -SEGV $$").hasBegun()).isTrue();
        assertThat(run(limits, "echo 'a title: bwrap: x' >&2; exit 1").hasBegun())
                .isTrue();
    }

    @Test
    void onlyTheLastLinesOfWhatItSaysAreKept() {
        var limits = new ProcessLimits(LONG, LONG, LONG, 1L << 30, 1L << 20, 1L << 20);

        var lines = run(limits, "seq 1 5000 1>&2").lines();

        assertThat(lines).hasSize(120).endsWith("4999", "5000");
    }

    /** An orphan that was killed stays in the table, as a zombie, until the first process of the machine reads its end. */
    private static boolean runs(long pid) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return !stat.substring(stat.lastIndexOf(')') + 2).startsWith("Z");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private ProcessRun.Finished run(ProcessLimits limits, String script) {
        return ProcessRun.of(List.of("/usr/bin/setsid", "/bin/sh", "-c", script), folder, limits)
                .finish((bytes, length) -> {}, () -> {});
    }

    private void assertFails(ProcessLimits limits, Fault fault, String script) {
        assertThatThrownBy(() -> run(limits, script))
                .asInstanceOf(type(ProgramFailed.class))
                .extracting(ProgramFailed::fault)
                .isEqualTo(fault);
    }
}
