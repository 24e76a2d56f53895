package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.FileFormat;
import vn.loa.media.sandbox.Sandbox;
import vn.loa.testing.Until;

class EncoderTest extends UsesFfmpeg {
    /** A few harmonics that rise and fall like syllables. */
    private static final String SPEECH = "-f lavfi -i "
            + "aevalsrc='0.08*(sin(2*PI*180*t)+0.7*sin(2*PI*540*t)+0.5*sin(2*PI*1260*t)+0.3*sin(2*PI*2340*t))*(0.55+0.45*sin(2*PI*3*t))':d=%d";

    private static final String FILM =
            "-f lavfi -i testsrc2=d=%d:s=%s:r=25 " + SPEECH + " -c:a aac -c:v libx264 -preset ultrafast";

    @Test
    void aSoundIsThereInThreeSmallFormsTheDefaultOneFirst() throws Exception {
        var source = made(FileFormat.WAVE, "speech.wav", SPEECH.formatted(8) + " -ac 2 -ar 44100");
        var order = new ArrayList<String>();
        var percents = new ArrayList<Integer>();

        var files = done(encoder().small(source, done(probed(source)), empty("out"), new Progress() {
            @Override
            public void reached(int percent) {
                percents.add(percent);
            }

            @Override
            public void finished(EncodedFile file) {
                assertThat(file.path()).exists();
                order.add(file.profile());
            }
        }));

        assertThat(order).containsExactly("A0", "A1", "A2");
        assertThat(files).extracting(EncodedFile::contentType).containsExactly("audio/mp4", "audio/webm", "audio/mpeg");
        assertThat(percents).isSorted().doesNotHaveDuplicates().endsWith(100);
        for (var file : files) {
            assertThat(file.measurement().duration()).isCloseTo(Duration.ofSeconds(8), FRAMES);
            assertThat(loudness(file.path())).as(file.profile()).isCloseTo(-16, within(1.0));
        }
        assertThat(bytes(file(files, "A0"))).isBetween(20_000L, 40_000L);
        assertThat(bytes(file(files, "A1"))).isBetween(10_000L, 28_000L);
        assertThat(file(files, "A2").measurement().bitrate()).isCloseTo(64_000, within(3_000));
        assertThat(names(folder.resolve("out"))).containsExactlyInAnyOrder("A0.m4a", "A1.weba", "A2.mp3");
    }

    @Test
    void theSoundThatPeopleHearIsMadeAloneAndBeforeTheOthers() throws Exception {
        var source = made(FileFormat.WAVE, "tone.wav", "-f lavfi -i sine=d=4:r=48000");
        var noted = folder.resolve("noted");
        var tools = tool("nice", "printf '%s\\n' \"$*\" >> " + noted + "; shift 2; exec \"$@\"");
        var others = new ArrayList<Boolean>();

        done(new Encoder(withTools(tools), PROFILES).small(source, done(probed(source)), empty("out"), new Progress() {
            @Override
            public void reached(int percent) {}

            @Override
            public void finished(EncodedFile file) {
                others.add(text(noted).contains(" A1.weba"));
            }
        }));

        assertThat(others).containsExactly(false, true, true);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aStationGetsConstantBitRateAndItsMeasuredLoudness() throws Exception {
        // Quiet speech with a loud click each second: a single gain would push it over the limit.
        var source = made(
                FileFormat.FLAC,
                "clicks.flac",
                "-f lavfi -i aevalsrc='0.03*(sin(2*PI*180*t)+sin(2*PI*760*t))*(0.55+0.45*sin(2*PI*3*t))+0.7*lt(mod(t\\,1)\\,0.002)*sin(2*PI*900*t)':d=20:s=48000 -c:a flac");

        var files = done(encoder().full(source, done(probed(source)), empty("out"), Progress.UNWATCHED));

        var station = file(files, "station");
        assertThat(station.measurement().bitrate()).isCloseTo(128_000, within(1_500));
        var measured = station.loudness().orElseThrow();
        assertThat(measured.truePeak()).isLessThanOrEqualTo(-1.5);
        assertThat(measured.integrated()).isCloseTo(-16, within(0.5));
        assertThat(loudness(station.path())).isCloseTo(measured.integrated(), within(0.3));
        assertThat(Files.readString(file(files, "waveform").path()))
                .startsWith("{\"version\":2,")
                .contains("\"data\":[");
    }

    @Test
    void aFilmThatIsGivenUpLeavesNoProgramAndNoFile() throws Exception {
        var source = made(FileFormat.MP4, "long.mp4", FILM.formatted(60, "640x360", 60));
        var probe = done(probed(source));
        var out = empty("out");

        assertThatThrownBy(() -> encoder().small(source, probe, out, percent -> {
                    // What was listened to before is one run; those of picture and sounds are under way.
                    if (percent > 10) {
                        throw new IllegalStateException("late");
                    }
                }))
                .hasMessage("late");

        assertThat(names(out)).isEmpty();
        Until.holds(() -> ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .noneMatch(line -> line.contains(out.toString())));
    }

    @Test
    void aFilmIsThereFromTheSmallestToAllRungsWithoutEverBeingEnlarged() throws Exception {
        var source = made(FileFormat.MP4, "film.mp4", FILM.formatted(9, "854x480", 9));
        var probe = done(probed(source));

        var small = done(encoder().small(source, probe, empty("small"), Progress.UNWATCHED));
        var full = done(encoder().full(source, probe, empty("full"), Progress.UNWATCHED));

        assertThat(small).extracting(EncodedFile::profile).containsExactly("A0", "A1", "A2", "V0");
        var smallest = file(small, "V0");
        assertThat(smallest.measurement().height()).isEqualTo(144);
        assertThat(streams(smallest.path()))
                .contains("Constrained Baseline")
                .contains("12 fps")
                .contains("24000 Hz, mono");
        assertThat(full)
                .extracting(EncodedFile::profile)
                .contains("V1", "hls-240", "hls-360", "hls-480", "hls-audio-32", "hls-audio-64", "station", "waveform")
                .contains("poster-10-320", "poster-30-640", "poster-50-320", "storyboard")
                .doesNotContain("hls-720");
        assertThat(file(full, "V1").measurement().duration()).isCloseTo(Duration.ofSeconds(9), FRAMES);
        assertThat(file(full, "poster-10-1280").measurement().width()).isEqualTo(854);
        for (var card : full.stream().filter(f -> f.profile().endsWith("-320")).toList()) {
            assertThat(bytes(card)).as(card.profile() + card.contentType()).isLessThanOrEqualTo(15_000);
        }
        assertThat(names(folder.resolve("full"))).noneMatch(name -> name.startsWith("work-"));
        assertThat(boxes(smallest.path())).containsSubsequence("moov", "mdat");
        assertThat(boxes(file(full, "V1").path())).containsSubsequence("moov", "mdat");
        var keys = keyPictures(file(full, "hls-240").path());
        assertThat(keys).as("one every four seconds").hasSizeGreaterThanOrEqualTo(3);
        assertThat(keyPictures(file(full, "hls-360").path())).isEqualTo(keys);
        assertThat(keyPictures(file(full, "hls-480").path())).isEqualTo(keys);
        var extent = new Extent(probe.duration(), 854, 480);
        assertThat(bytes(small))
                .isLessThanOrEqualTo(encoder().room().small(extent).made());
        assertThat(bytes(full))
                .isLessThanOrEqualTo(encoder().room().full(extent).made());
    }

    private static long bytes(List<EncodedFile> files) throws Exception {
        var bytes = 0L;
        for (var file : files) {
            bytes += bytes(file);
        }
        return bytes;
    }

    /** With every second picture spare, and with three after each other, which are too many. */
    @ParameterizedTest
    @CsvSource({"1, true", "3, false"})
    void thePartsInWhichALongFilmIsMadeSmallAreNotSeen(int spare, boolean left) throws Exception {
        var source = made(
                FileFormat.MP4,
                "long.mp4",
                "-f lavfi -i testsrc2=d=125:s=256x144:r=24000/1001 -f lavfi -i sine=d=125"
                        + " -c:a aac -c:v libx264 -preset ultrafast -bf " + spare
                        + " -x264-params b-adapt=0:b-pyramid=none");
        var probe = done(probed(source));
        var oneThread = new Encoder(ffmpeg(1), PROFILES);
        var noted = folder.resolve("noted-" + spare);
        var twoThreads = new Encoder(withTools(noting(noted)), PROFILES);

        var parts = file(done(twoThreads.small(source, probe, empty("parts"), Progress.UNWATCHED)), "V0")
                .path();
        var whole = file(done(oneThread.small(source, probe, empty("whole"), Progress.UNWATCHED)), "V0")
                .path();

        assertThat(Files.readAllLines(noted))
                .filteredOn(line -> line.contains("-filter_complex_threads"))
                .hasSize(2)
                .allMatch(line -> line.contains("-skip_frame noref") == left);
        assertThat(times(parts)).isEqualTo(times(whole));
        assertThat(keyPictures(parts)).isEqualTo(keyPictures(whole));
        // A picture that came one too early or too late would be another one in most of its places.
        var said = run("-i " + parts + " -i " + whole + " -an -lavfi ssim -f null -");
        assertThat(Double.parseDouble(said.replaceAll("(?s).* All:([0-9.]+) .*", "$1")))
                .isGreaterThan(0.98);
    }

    @Test
    void allTheRestOfAFilmComesFromOneDecoding() throws Exception {
        var source = made(FileFormat.MP4, "film.mp4", FILM.formatted(5, "426x240", 5));
        var probe = done(probed(source));
        var noted = folder.resolve("noted");

        done(new Encoder(withTools(noting(noted)), PROFILES).full(source, probe, empty("out"), Progress.UNWATCHED));

        assertThat(Files.readAllLines(noted))
                .filteredOn(line -> line.contains("file:" + Sandbox.SOURCE))
                .as("one that listens, and one that makes everything")
                .hasSize(2)
                .filteredOn(line ->
                        line.contains("[0:" + probe.picture().orElseThrow().index() + "]"))
                .singleElement()
                .asString()
                .contains("hls-240", "candidate-%d.png", "piece-%d.png", "station");
    }

    @Test
    void whatWasHeardOnceIsNotListenedToAgain() throws Exception {
        var source = made(FileFormat.FLAC, "tone.flac", "-f lavfi -i sine=d=8:r=48000 -c:a flac");
        var probe = done(probed(source));
        var told = new ArrayList<Heard>();
        var noted = folder.resolve("noted");

        done(encoder().small(source, probe, empty("small"), new Progress() {
            @Override
            public void reached(int percent) {}

            @Override
            public void heard(Heard sound) {
                told.add(sound);
            }
        }));
        var without = done(encoder().full(source, probe, empty("without"), Progress.UNWATCHED));
        var with = done(new Encoder(withTools(noting(noted)), PROFILES)
                .full(source, probe.heard(told.get(0)), empty("with"), Progress.UNWATCHED));

        assertThat(told).hasSize(1);
        assertThat(Files.readAllLines(noted))
                .filteredOn(line -> line.contains("file:" + Sandbox.SOURCE))
                .isNotEmpty()
                .noneMatch(line -> line.contains("ebur128"));
        for (var profile : List.of("station", "hls-audio-32", "hls-audio-64", "waveform")) {
            assertThat(file(with, profile).path())
                    .hasSameBinaryContentAs(file(without, profile).path());
        }
    }

    @Test
    void aFilmSaysHowFarItIsLongBeforeItsEnd() throws Exception {
        var source = made(FileFormat.MP4, "film.mp4", FILM.formatted(40, "640x360", 40));
        var percents = new ArrayList<Integer>();

        done(encoder().full(source, done(probed(source)), empty("out"), percents::add));

        // Who says nothing for two minutes is taken for hung, so a film that takes longer must not wait with this for
        // its end.
        assertThat(percents).anyMatch(percent -> percent > 10 && percent < 60);
    }

    /** Tools of the sandbox that write down what is run. */
    private Path noting(Path noted) throws IOException {
        var tools = tool(
                "prlimit", "echo \"$@\" >> " + noted + "; while [ \"$1\" != -- ]; do shift; done; shift; exec \"$@\"");
        // Inside of bubblewrap nobody could take notes.
        tool("bwrap", "exit 1");
        return tools;
    }

    private static Encoder encoder() {
        return new Encoder(ffmpeg(), PROFILES);
    }

    private double loudness(Path file) throws Exception {
        var said = run("-i", file.toString(), "-map", "0:a", "-af", "ebur128", "-f", "null", "-");
        var summary = said.substring(said.lastIndexOf("Summary:"));
        return Double.parseDouble(summary.replaceAll("(?s).*?I:\\s+(-?[0-9.]+) LUFS.*", "$1"));
    }

    /** The types of the boxes of which a file consists, in their order. */
    private static List<String> boxes(Path file) throws Exception {
        var boxes = new ArrayList<String>();
        var bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        for (var at = 0; at < bytes.limit(); at += bytes.getInt(at)) {
            boxes.add(new String(bytes.array(), at + 4, 4, StandardCharsets.US_ASCII));
        }
        return boxes;
    }

    /** When the pictures come that need no other. */
    private List<String> keyPictures(Path file) throws Exception {
        var said = run("-skip_frame nokey -i " + file + " -an -fps_mode passthrough -vf showinfo -f null -");
        return Pattern.compile("pts_time:([0-9.]+)")
                .matcher(said)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** When each picture is shown, in the unit of the file. */
    private List<String> times(Path file) throws Exception {
        return run("-i " + file + " -map 0:v -c copy -f framecrc -")
                .lines()
                .filter(line -> line.startsWith("0,"))
                .map(line -> line.split(",")[2].strip())
                .toList();
    }

    private String streams(Path file) throws Exception {
        return run("-i", file.toString(), "-t", "0", "-f", "null", "-");
    }

    private static long bytes(EncodedFile file) throws Exception {
        return Files.size(file.path());
    }

    private static List<String> names(Path folder) throws Exception {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
