package vn.loa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.EncodedFile;
import vn.loa.media.transcode.Encoder;
import vn.loa.media.transcode.EncodingProfiles;
import vn.loa.media.transcode.Ffmpeg;
import vn.loa.media.transcode.FfmpegSettings;
import vn.loa.media.transcode.Outcome;
import vn.loa.media.transcode.Probe;
import vn.loa.media.transcode.Prober;
import vn.loa.media.transcode.Progress;
import vn.loa.media.transcode.Source;
import vn.loa.media.transcode.SourceLimits;

/**
 * What all sizes of a film cost, and how they look, beside one ffmpeg for each size with the settings of PeerTube: veryfast, up to 16 B-frames, a key
 * picture every two seconds. Needs the machine for itself, so it comes before the portal that others share.
 */
@Order(12)
class VideoLadderBench {
    private static final int THREADS = 2;
    private static final int SECONDS_BETWEEN_KEYS = 2;
    private static final Pattern SSIM = Pattern.compile("SSIM .*All:([0-9.]+)");

    /** As many bits for each pixel as PeerTube allows on average at these heights. */
    private static final Map<Integer, Double> BITS_PER_PIXEL =
            Map.of(720, 0.11, 480, 0.12, 360, 0.15, 240, 0.17, 144, 0.19);

    /** Largest first, with the names of ours. */
    private static final Map<Integer, String> SIZES = sizes();

    /** One file that shows all of the film. @param bits a second */
    private record Made(Path file, double bits, double ssim) {}

    /** @param seconds of processor time */
    private record Ladder(Map<Integer, Made> sizes, double seconds) {}

    @Test
    void allSizesOfAFilmFromOneDecoding() throws Exception {
        Report report =
                new Report("video-ladder", "Five sizes of a film of two minutes in 720p, processor time and SSIM");
        if (Programs.find("ffmpeg").isEmpty()) {
            report.note("ffmpeg is not installed: nothing to compare to").publish();
            return;
        }
        Path film = SyntheticFilm.twoMinutes();
        Path folder = Files.createTempDirectory("loa-ladder");
        try {
            Path silent = folder.resolve("silent.mp4");
            SyntheticFilm.run(List.of("-i", film.toString(), "-an", "-c", "copy", silent.toString()));
            Ladder ours = ours(silent, folder, report);
            Ladder theirs = theirs(silent, folder);
            report.row("portal", ours.seconds, "processor s")
                    .row("PeerTube's settings", theirs.seconds, "processor s")
                    .row("ratio", ours.seconds / theirs.seconds, "", "<= 0.55");
            compare(report, ours, theirs);
        } finally {
            Folders.delete(folder);
        }
        report.note(
                        "SSIM against the source at that size and frame rate; 144p has 12 pictures a second in the portal, 25 in the others")
                .note("What a program uses in its last " + SpentByPrograms.LOOK.toMillis() + " ms is not counted")
                .publish();
    }

    private static Ladder ours(Path film, Path folder, Report report) throws Exception {
        Ffmpeg ffmpeg = Ffmpeg.find(new FfmpegSettings(Optional.empty(), 0, THREADS, FfmpegSettings.USUAL_SILENCE));
        Encoder encoder = new Encoder(ffmpeg, EncodingProfiles.load());
        Source source = new Source(film, FileFormat.MP4);
        Path out = Files.createDirectories(folder.resolve("ours"));
        Probe probe = done(new Prober(ffmpeg, SourceLimits.USUAL).probe(source, out));
        List<EncodedFile> files = new ArrayList<>();
        double seconds;
        long begin = System.nanoTime();
        try (SpentByPrograms spent = new SpentByPrograms()) {
            files.addAll(done(encoder.small(source, probe, out, Progress.UNWATCHED)));
            files.addAll(done(encoder.full(source, probe, out, Progress.UNWATCHED)));
            seconds = spent.seconds(VideoLadderBench::isFilm);
            report.row(
                            "portal, posters and storyboard besides",
                            spent.seconds(command -> !isFilm(command)),
                            "processor s")
                    .row("portal, all together", (System.nanoTime() - begin) / 1e9, "s");
        }
        report.note("Sandbox: " + ffmpeg.protection() + "; ffmpeg " + ffmpeg.version());
        Map<Integer, Made> sizes = new LinkedHashMap<>();
        for (var size : SIZES.entrySet()) {
            EncodedFile file = files.stream()
                    .filter(one -> one.profile().equals(size.getValue()))
                    .findFirst()
                    .orElseThrow();
            sizes.put(
                    size.getKey(),
                    made(
                            file.path(),
                            film,
                            size.getKey(),
                            size.getKey() == 144 ? 12 : SyntheticFilm.FRAMES_PER_SECOND));
        }
        return new Ladder(sizes, seconds);
    }

    /** Posters are made by other programs after the film. */
    private static boolean isFilm(String command) {
        return command.contains("libx264");
    }

    private static Ladder theirs(Path film, Path folder) throws IOException {
        Map<Integer, Path> files = new LinkedHashMap<>();
        double seconds;
        try (SpentByPrograms spent = new SpentByPrograms()) {
            for (int height : SIZES.keySet()) {
                Path file = folder.resolve("theirs-" + height + ".mp4");
                SyntheticFilm.run(peerTube(film, height, rateOfPeerTube(height), file));
                files.put(height, file);
            }
            seconds = spent.seconds(VideoLadderBench::isFilm);
        }
        Map<Integer, Made> sizes = new LinkedHashMap<>();
        for (var file : files.entrySet()) {
            sizes.put(file.getKey(), made(file.getValue(), film, file.getKey(), SyntheticFilm.FRAMES_PER_SECOND));
        }
        return new Ladder(sizes, seconds);
    }

    private static List<String> peerTube(Path film, int height, int rate, Path file) {
        return List.of(
                "-i",
                film.toString(),
                "-an",
                "-c:v",
                "libx264",
                "-threads",
                Integer.toString(THREADS),
                "-preset",
                "veryfast",
                "-b_strategy",
                "1",
                "-bf",
                "16",
                "-maxrate",
                Integer.toString(rate),
                "-bufsize",
                Integer.toString(rate * 2),
                "-r",
                Integer.toString(SyntheticFilm.FRAMES_PER_SECOND),
                "-g",
                Long.toString(Math.round(SyntheticFilm.FRAMES_PER_SECOND * SECONDS_BETWEEN_KEYS)),
                "-vf",
                "scale=-2:" + height,
                "-pix_fmt",
                "yuv420p",
                "-movflags",
                "faststart",
                file.toString());
    }

    private static int rateOfPeerTube(int height) {
        return (int) (height
                * height
                * 16
                / 9.0
                * SyntheticFilm.FRAMES_PER_SECOND
                * BITS_PER_PIXEL.getOrDefault(height, 0.1));
    }

    private static void compare(Report report, Ladder ours, Ladder theirs) {
        ours.sizes.forEach((height, made) -> {
            Made other = theirs.sizes.get(height);
            if (other != null) {
                report.row(height + "p, portal", made.bits / 1000, "kbit/s", "<= the other")
                        .row(height + "p, PeerTube's settings", other.bits / 1000, "kbit/s")
                        .row(height + "p, portal", made.ssim, "SSIM", ">= the other - 0.005")
                        .row(height + "p, PeerTube's settings", other.ssim, "SSIM");
            }
        });
    }

    private static Made made(Path file, Path film, int height, int framesPerSecond) throws IOException {
        String steady = "setpts=N/(" + framesPerSecond + "*TB)";
        String said = SyntheticFilm.run(List.of(
                "-i",
                file.toString(),
                "-i",
                film.toString(),
                "-filter_complex",
                "[0:v]" + steady + "[made];[1:v]fps=" + framesPerSecond + ":start_time=0,scale=-2:" + height
                        + ":flags=bicubic," + steady + "[source];[made][source]ssim",
                "-f",
                "null",
                "-"));
        var found = SSIM.matcher(said);
        if (!found.find()) {
            throw new IOException("No SSIM: " + said);
        }
        return new Made(file, Files.size(file) * 8.0 / SyntheticFilm.SECONDS, Double.parseDouble(found.group(1)));
    }

    private static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, failure -> {
            throw new IllegalStateException(failure.toString());
        });
    }

    private static Map<Integer, String> sizes() {
        Map<Integer, String> sizes = new LinkedHashMap<>();
        sizes.put(720, "hls-720");
        sizes.put(480, "hls-480");
        sizes.put(360, "hls-360");
        sizes.put(240, "hls-240");
        sizes.put(144, "V0");
        return sizes;
    }
}
