package vn.loa.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Films that give an encoder as much to do as those from a camera: textures with detail at every scale, a camera in somebody's hand, somebody who moves
 * before it, the noise of a sensor, cuts. Made by ffmpeg, the same each time; kept, because that takes a while.
 */
final class SyntheticFilm {
    static final int FRAMES_PER_SECOND = 25;
    static final int SECONDS = 120;

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/bench-films");

    /** Random points at ever finer scales, the finer the fainter, as in nature. */
    private static final String TEXTURE =
            "nullsrc=s=%1$s:r=1:d=1,geq=r='255*random(1)':g='128+90*(random(2)-0.5)':b='128+90*(random(3)-0.5)',"
                    + "scale=2560:1440:flags=bicubic,format=gbrp";

    private static final List<String> SCALES = List.of("6x4", "24x14", "96x54", "384x216", "1536x864");
    private static final String FAINTER = "blend=all_expr='clip(A+0.55*(B-128)*%s,0,255)'";

    /** Of one picture, so many a second. */
    private static final String STEADY = "loop=-1:size=1,setpts=N/(" + FRAMES_PER_SECOND + "*TB)";

    /** Every five seconds another place, where the camera drifts, turns a little and pans now and then. */
    private static final String CAMERA = STEADY
            + ",crop=1344:756"
            + ":'(iw-ow)*(0.5+0.4*sin(7.3*floor(t/5)))+40*sin(0.8*t)+mod(floor(t/5),3)*12*mod(t,5)'"
            + ":'(ih-oh)*(0.5+0.4*cos(5.1*floor(t/5)))+18*sin(1.3*t)',"
            + "rotate='0.012*sin(1.7*t)',crop=1280:720";

    private static final String SOMEBODY = "scale=420:560,format=yuva420p,"
            + "geq=lum='lum(X,Y)':cb='cb(X,Y)+18':cr='cr(X,Y)+22':a='255*lt(pow((X-210)/200,2)+pow((Y-280)/270,2),1)',"
            + STEADY;

    private static final String FILM =
            "[0:v]format=yuv420p,split[far][near];[far]" + CAMERA + "[place];[near]" + SOMEBODY
                    + "[who];[place][who]overlay=x='430+120*sin(0.6*t)+9*sin(5*t)':y='170+14*sin(3.3*t)',noise=alls=4:allf=t,setsar=1[film]";

    /** So often the same scenes: no encoder remembers them that long. */
    private static final int TIMES = 3;

    private static final String SPEECH =
            "aevalsrc='0.25*(sin(2*PI*170*t)+0.6*sin(2*PI*510*t)+0.4*sin(2*PI*1270*t)+0.2*sin(2*PI*2330*t))"
                    + "*(0.55+0.45*sin(2*PI*3.1*t))*gt(sin(0.9*t)+0.8,0)+0.01*(random(0)-0.5)':s=44100:d=%d";

    private SyntheticFilm() {}

    /** Two minutes in 720p with sound, as an editor's program saves them. */
    static Path twoMinutes() throws IOException {
        return kept("film.mp4", file -> {
            Path still = FOLDER.resolve("texture.png");
            Path part = FOLDER.resolve("part.mp4");
            run(texture(still));
            run(List.of(
                    "-framerate",
                    Integer.toString(FRAMES_PER_SECOND),
                    "-i",
                    still.toString(),
                    "-filter_complex",
                    FILM,
                    "-map",
                    "[film]",
                    "-t",
                    Integer.toString(SECONDS / TIMES),
                    "-c:v",
                    "libx264",
                    "-preset",
                    "superfast",
                    "-crf",
                    "20",
                    "-f",
                    "mp4",
                    part.toString()));
            run(List.of(
                    "-stream_loop",
                    Integer.toString(TIMES - 1),
                    "-i",
                    part.toString(),
                    "-f",
                    "lavfi",
                    "-i",
                    SPEECH.formatted(SECONDS),
                    "-map",
                    "0:v",
                    "-map",
                    "1:a",
                    "-c:v",
                    "copy",
                    "-c:a",
                    "aac",
                    "-b:a",
                    "160k",
                    "-f",
                    "mp4",
                    file.toString()));
            Files.delete(part);
            Files.delete(still);
        });
    }

    /** The same ten times over. */
    static Path twentyMinutes() throws IOException {
        Path once = twoMinutes();
        return kept(
                "long-film.mp4",
                file -> run(List.of(
                        "-stream_loop", "9", "-i", once.toString(), "-c", "copy", "-f", "mp4", file.toString())));
    }

    /** Five minutes of what sounds like somebody speaking to an encoder, in stereo as it comes from a studio. */
    static Path skit() throws IOException {
        return kept(
                "skit.wav",
                file -> run(
                        List.of("-f", "lavfi", "-i", SPEECH.formatted(300), "-ac", "2", "-f", "wav", file.toString())));
    }

    private static List<String> texture(Path file) {
        List<String> words = new ArrayList<>();
        StringBuilder graph = new StringBuilder();
        double faint = 1;
        for (int i = 0; i < SCALES.size(); i++) {
            words.addAll(List.of("-f", "lavfi", "-i", TEXTURE.formatted(SCALES.get(i))));
            if (i > 0) {
                graph.append(i == 1 ? "[0:v]" : "[t" + (i - 1) + "]")
                        .append("[" + i + ":v]")
                        .append(FAINTER.formatted(faint))
                        .append("[t" + i + "];");
                faint *= 0.6;
            }
        }
        words.addAll(List.of(
                "-filter_complex",
                graph + "[t" + (SCALES.size() - 1) + "]format=rgb24",
                "-frames:v",
                "1",
                file.toString()));
        return words;
    }

    @FunctionalInterface
    private interface Making {
        void make(Path file) throws IOException;
    }

    private static Path kept(String name, Making making) throws IOException {
        Files.createDirectories(FOLDER);
        Path file = FOLDER.resolve(name);
        if (!Files.exists(file)) {
            Path half = FOLDER.resolve("half-" + name);
            making.make(half);
            Files.move(half, file);
        }
        return file;
    }

    /** Runs ffmpeg; what it said. */
    static String run(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(Programs.find("ffmpeg").orElseThrow().toString(), "-nostdin", "-hide_banner", "-y"));
        words.addAll(arguments);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(String.join(" ", words) + "\n" + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return said;
    }
}
