package vn.loa.programmes.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.catalog.StationSound;

/** What a player makes of an unpacked package: each sound of a test is a tone, so one hears which is played when. */
class PlayedPlaylistTest {
    private static final int RATE = 8000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void programsAreThere() {
        var there = runs("ffmpeg") && runs("ffprobe");
        assumeTrue(there || "true".equals(System.getenv("CI")), "no ffmpeg");
    }

    @Test
    void ffmpeg_plays_the_playlist_in_the_order_of_the_programme() throws Exception {
        var programme = new PackedProgrammes();
        var low = tone(programme, 1, 200, 2);
        var middle = tone(programme, 2, 500, 3);
        var high = tone(programme, 3, 1100, 2);
        var content = programme
                .play(PackedProgrammes.MONDAY.atTime(5, 30), high, low)
                .play(PackedProgrammes.MONDAY.plusDays(1).atTime(17, 0), middle, high)
                .content();
        var unpacked = PackedProgrammes.unpacked(programme.written(content, folder.resolve("a.zip")), folder);

        assertThat(heard(unpacked.resolve("lich-phat.m3u8"))).containsExactly(1100, 200, 500, 1100);
        assertThat(heard(unpacked.resolve("2026-11-24-thu-ba/1700.m3u8"))).containsExactly(500, 1100);
    }

    @Test
    void a_playlist_of_only_what_is_new_plays_what_an_earlier_package_has_brought() throws Exception {
        var programme = new PackedProgrammes();
        var low = tone(programme, 1, 200, 2);
        var high = tone(programme, 2, 1100, 2);
        var earlier = programme.play(PackedProgrammes.MONDAY.atTime(5, 30), low).content();
        PackedProgrammes.unpacked(programme.written(earlier, folder.resolve("a.zip")), folder);
        var content = programme
                .play(PackedProgrammes.MONDAY.plusDays(1).atTime(5, 30), high, low)
                .content(PackedProgrammes.earlier(1, earlier));
        var unpacked = PackedProgrammes.unpacked(programme.written(content, folder.resolve("b.zip")), folder);

        assertThat(heard(unpacked.resolve("lich-phat.m3u8"))).containsExactly(200, 1100, 200);
        assertThat(heard(unpacked.resolve("2026-11-24-thu-ba/0530.m3u8"))).containsExactly(1100, 200);
    }

    private StationSound tone(PackedProgrammes programme, long product, int hertz, int seconds) throws Exception {
        var file = folder.resolve(hertz + ".mp3");
        run(
                "ffmpeg -v error -nostdin -y -f lavfi -i sine=frequency=%d:duration=%d -ar 44100 -c:a libmp3lame -b:a 128k -f mp3"
                        .formatted(hertz, seconds),
                file);
        return programme.sound(
                product,
                "tone-" + hertz,
                "Tiếng " + hertz,
                "vi",
                Duration.ofSeconds(seconds),
                Files.readAllBytes(file));
    }

    /** Which tones a playlist plays one after the other, in hertz; ffprobe says of each file how long it is. */
    private List<Integer> heard(Path playlist) throws Exception {
        var lines = Files.readAllLines(playlist);
        assertThat(lines.get(0)).isEqualTo("#EXTM3U");
        var files = lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> playlist.resolveSibling(line).normalize())
                .toList();
        var promised = lines.stream()
                .filter(line -> line.startsWith("#EXTINF:"))
                .map(line -> Integer.parseInt(line.substring("#EXTINF:".length(), line.indexOf(','))))
                .toList();
        var list = Files.writeString(
                folder.resolve("list.txt"),
                files.stream().map(file -> "file '" + file + "'\n").collect(Collectors.joining()));
        var sound = folder.resolve("heard.raw");
        run("ffmpeg -v error -nostdin -y -f concat -safe 0 -i " + list + " -ac 1 -ar " + RATE + " -f s16le", sound);
        var samples = Files.readAllBytes(sound);
        assertThat(samples.length / 2.0 / RATE)
                .isCloseTo(promised.stream().mapToInt(Integer::intValue).sum(), within(0.1 * files.size()));
        var tones = new ArrayList<Integer>();
        var from = 0;
        for (var i = 0; i < files.size(); i++) {
            assertThat(seconds(files.get(i))).isCloseTo(promised.get(i), within(0.1));
            // From the middle of each, where no neighbour is heard.
            tones.add(hertz(samples, (from + promised.get(i) / 2.0 - 0.5) * RATE));
            from += promised.get(i);
        }
        return tones;
    }

    /** In one second from a sample on, rounded to hundreds. */
    private static int hertz(byte[] samples, double first) {
        var sound = ByteBuffer.wrap(samples).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        var crossings = 0;
        for (var i = (int) first + 1; i < first + RATE; i++) {
            crossings += sound.get(i - 1) < 0 && sound.get(i) >= 0 ? 1 : 0;
        }
        return (int) Math.round(crossings / 100.0) * 100;
    }

    private double seconds(Path file) throws Exception {
        var said = folder.resolve("said.txt");
        run(
                "ffprobe -v error -f mp3 -show_entries format=duration -of default=noprint_wrappers=1:nokey=1 " + file
                        + " -o",
                said);
        return Double.parseDouble(Files.readString(said).strip());
    }

    private static void run(String words, Path result) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(words.split(" ")));
        command.add(result.toString());
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static boolean runs(String program) {
        try {
            return new ProcessBuilder(program, "-version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
