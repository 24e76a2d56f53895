package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.sandbox.Executables;
import vn.loa.media.sandbox.ProcessRun.Finished;
import vn.loa.media.transcode.Failure.Reason;

@EnabledOnOs(OS.LINUX)
class FfmpegTest {
    @TempDir
    Path folder;

    @Test
    void aMachineWithoutFfmpegIsToldWhatToDo() {
        assertThatThrownBy(() -> Ffmpeg.find(settings(Optional.empty()), new Executables(List.of(folder))))
                .isInstanceOf(FfmpegMissing.class)
                .hasMessage("There is no ffmpeg on this machine; install it, or name one with LOA_FFMPEG.");
    }

    @Test
    void aProgramThatIsNoFfmpegIsNamed() throws Exception {
        program("ffmpeg", "echo hello");
        program("ffprobe", "echo hello");

        assertThatThrownBy(() -> Ffmpeg.find(settings(Optional.of(folder.resolve("ffmpeg")))))
                .hasMessageMatching("LOA_FFMPEG must name an ffmpeg, but .*/ffmpeg does not say that it is one\\.");
    }

    @Test
    void whatAnFfmpegLacksIsNamed() throws Exception {
        program("ffmpeg", "test \"$2\" = -version && echo ffmpeg version 4.4 || echo ' V..... mpeg4 MPEG-4'");
        program("ffprobe", "echo hello");

        assertThatThrownBy(() -> Ffmpeg.find(settings(Optional.of(folder.resolve("ffmpeg")))))
                .isInstanceOf(FfmpegMissing.class)
                .hasMessageContaining("The ffmpeg 4.4 at")
                .hasMessageContaining("was built without");
    }

    @Test
    void ffprobeMustLieBesideIt() throws Exception {
        program("ffmpeg", "echo hello");

        assertThatThrownBy(() -> Ffmpeg.find(settings(Optional.of(folder.resolve("ffmpeg")))))
                .hasMessageContaining("ffprobe is not a program");
    }

    @ParameterizedTest
    @CsvSource({"20, 2, 1, niceness", "-1, 2, 1, niceness", "0, 0, 1, threads", "0, 2, 0, silence.seconds"})
    void settingsThatMakeNoSenseAreNamed(int niceness, int threads, int silence, String name) {
        assertThatThrownBy(() -> new FfmpegSettings(Optional.empty(), niceness, threads, Duration.ofSeconds(silence)))
                .hasMessageContaining("loa.ffmpeg." + name);
    }

    @ParameterizedTest
    @CsvSource({
        "1, av_interleaved_write_frame(): No space left on device, NO_SPACE",
        "1, source: Invalid data found when processing input, UNREADABLE",
        "1, moov atom not found, TRUNCATED",
        "1, Picture size 30000x30000 is invalid, PICTURE_TOO_LARGE",
        "1, Something nobody has seen, CRASHED",
        "139, Invalid data found when processing input, CRASHED",
        "137, '', CRASHED",
        "152, '', TIMED_OUT",
        "153, '', FLOODED",
    })
    void howAProgramEndedTellsWhoseFaultItWas(int exit, String line, Reason reason) {
        assertThat(FailureReading.of(new Finished(exit, List.of(line)), Reason.CRASHED))
                .map(Failure::reason)
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "126; ''",
                "127; ''",
                "125; /usr/bin/nice: invalid adjustment",
                "1; bwrap: Creating new namespace failed: Resource temporarily unavailable",
                "1; prlimit: failed to set the AS resource limit: Operation not permitted",
                "1; choom: failed to set score adjust value: Permission denied",
                "1; setpriv: disabling privilege escalation failed: Invalid argument",
                "1; setsid: fork: Resource temporarily unavailable",
                "127; /usr/bin/ffprobe: error while loading shared libraries: libavutil.so.57: cannot open shared object file",
                "1; /usr/bin/ffmpeg: /lib/libc.so.6: version `GLIBC_2.38' not found (required by /usr/bin/ffmpeg)",
            })
    void whatWasNotEvenBegunIsNotTheFaultOfTheFile(int exit, String line) {
        assertThat(FailureReading.of(
                        new Finished(exit, List.of(line, "Invalid data found when processing input")),
                        Reason.UNREADABLE))
                .map(Failure::reason)
                .contains(Reason.NOT_STARTED);
    }

    @Test
    void whatCouldNotBeHandedOverIsNotTheFaultOfTheFile() {
        var lines = List.of("file:source: Permission denied", "Invalid data found when processing input");

        assertThat(FailureReading.of(new Finished(1, lines), Reason.UNREADABLE))
                .map(Failure::reason)
                .contains(Reason.CRASHED);
    }

    @ParameterizedTest
    @CsvSource({
        "[mov @ 0x55] bwrap: a title of the film",
        "    title           : prlimit: no",
        "source: Invalid data found when processing input"
    })
    void whatAFileSaysOfItselfDoesNotExcuseIt(String line) {
        assertThat(FailureReading.of(new Finished(1, List.of(line)), Reason.UNREADABLE))
                .map(Failure::reason)
                .contains(Reason.UNREADABLE);
    }

    @Test
    void aTitleIsNoFullDisk() {
        assertThat(FailureReading.says(
                        List.of("Metadata:", "title           : No space left on device"), Reason.NO_SPACE))
                .isFalse();
        assertThat(FailureReading.says(List.of("Error writing trailer: No space left on device"), Reason.NO_SPACE))
                .isTrue();
    }

    private static FfmpegSettings settings(Optional<Path> program) {
        return new FfmpegSettings(program, 0, 2, FfmpegSettings.USUAL_SILENCE);
    }

    private void program(String name, String script) throws Exception {
        var file = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
