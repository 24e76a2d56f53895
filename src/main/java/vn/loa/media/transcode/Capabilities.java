package vn.loa.media.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.loa.media.sandbox.ProcessLimits;
import vn.loa.media.sandbox.ProcessRun;
import vn.loa.media.sandbox.ProgramFailed;

/** What an ffmpeg must have been built with. */
final class Capabilities {
    private static final Pattern VERSION = Pattern.compile("^ffmpeg version (\\S+)");

    /** By the option that lists them. AVIF came with ffmpeg 5.1, so its muxer tells that the program is not older. */
    private static final Map<String, List<String>> NEEDED = Map.of(
            "-encoders", List.of("libx264", "aac", "libopus", "libmp3lame", "libaom-av1", "mjpeg", "png"),
            "-muxers", List.of("avif", "hls", "mp4", "webm", "mp3"),
            "-filters", List.of("ebur128", "alimiter", "lut3d", "tile", "bwdif"));

    private Capabilities() {}

    /**
     * The version of a program that has everything.
     *
     * @throws FfmpegMissing naming what it lacks
     */
    static String require(Path program) throws IOException {
        var version = VERSION.matcher(said(program, "-version"));
        if (!version.find()) {
            throw new FfmpegMissing("LOA_FFMPEG must name an ffmpeg, but " + program + " does not say that it is one.");
        }
        for (var needed : NEEDED.entrySet()) {
            var listed = said(program, needed.getKey());
            for (var name : needed.getValue()) {
                if (!Pattern.compile("(?m)^ +\\S+ +(?:\\S+,)*" + Pattern.quote(name) + "[, ]")
                        .matcher(listed)
                        .find()) {
                    throw new FfmpegMissing("The ffmpeg " + version.group(1) + " at " + program + " was built without "
                            + name + ", which Loa needs; install another, or name one with LOA_FFMPEG.");
                }
            }
        }
        return version.group(1);
    }

    private static String said(Path program, String option) throws IOException {
        var folder = Files.createTempDirectory("loa-ffmpeg");
        try {
            var text = new ByteArrayOutputStream();
            var run = ProcessRun.of(List.of(program.toString(), "-hide_banner", option), folder, ProcessLimits.look());
            var finished = run.finish((bytes, length) -> text.write(bytes, 0, length), () -> {});
            if (finished.exit() != 0) {
                throw new FfmpegMissing(
                        "The program " + program + " does not run here: " + String.join(" ", finished.lines()) + ".");
            }
            return text.toString(StandardCharsets.UTF_8);
        } catch (ProgramFailed e) {
            throw new FfmpegMissing("The program " + program + " does not run here: " + e.detail() + ".");
        } finally {
            Files.delete(folder);
        }
    }
}
