package vn.loa.media.transcode;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.launcher.LocalFfmpeg;
import vn.loa.media.FileFormat;
import vn.loa.media.sandbox.Executables;

/** Tests with the real programs; they are skipped where there are none, and fail there under {@code CI=true}. */
abstract class UsesFfmpeg {
    private static final Optional<Path> NAMED = LocalFfmpeg.namedIfBuilt();

    private static final Optional<Ffmpeg> FOUND = find();

    static final EncodingProfiles PROFILES = EncodingProfiles.load();

    @TempDir
    Path folder;

    @BeforeAll
    static void programsAreThere() {
        if (FOUND.isEmpty() && !"true".equals(System.getenv("CI"))) {
            System.err.println("WARNING: no ffmpeg that will do, tests of transcoding are skipped");
        }
        assumeTrue(FOUND.isPresent() || "true".equals(System.getenv("CI")), "no ffmpeg");
    }

    static Ffmpeg ffmpeg() {
        return FOUND.orElseThrow();
    }

    static Ffmpeg ffmpeg(int threads) {
        return Ffmpeg.find(new FfmpegSettings(NAMED, 0, threads, FfmpegSettings.USUAL_SILENCE));
    }

    private static Optional<Ffmpeg> find() {
        try {
            return Optional.of(ffmpeg(2));
        } catch (FfmpegMissing e) {
            System.err.println(e.getMessage());
            return Optional.empty();
        }
    }

    /** The same programs in a sandbox of these tools, and of those of the system that are not among them. */
    static Ffmpeg withTools(Path first) {
        var folders = new ArrayList<>(List.of(first));
        folders.addAll(Executables.ofSystem().folders());
        return Ffmpeg.find(new FfmpegSettings(NAMED, 0, 2, FfmpegSettings.USUAL_SILENCE), new Executables(folders));
    }

    /** A folder with a tool of the sandbox that is a script. */
    Path tool(String name, String script) throws IOException {
        var tools = empty("tools");
        var file = Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        if (!file.toFile().setExecutable(true)) {
            throw new IOException(file + " cannot be run");
        }
        return tools;
    }

    /** A file made by ffmpeg itself, as an editor's program might make it. */
    Source made(FileFormat format, String name, String arguments) throws IOException, InterruptedException {
        var file = folder.resolve(name);
        run(arguments, file.toString());
        return new Source(file, format);
    }

    /** Runs ffmpeg without a sandbox; what it said. Words in the text are separated by single spaces. */
    String run(String arguments, String... more) throws IOException, InterruptedException {
        var words =
                new ArrayList<>(List.of(NAMED.map(Path::toString).orElse("ffmpeg"), "-nostdin", "-hide_banner", "-y"));
        words.addAll(List.of(arguments.split(" ")));
        words.addAll(List.of(more));
        var log = Files.createTempFile(folder, "said", ".log");
        var process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var said = process.waitFor();
        var text = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.ISO_8859_1);
        Files.delete(log);
        if (said != 0) {
            throw new AssertionError(String.join(" ", words) + "\n" + text);
        }
        return text;
    }

    /** A folder that is empty at first. */
    Path empty(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    Outcome<Probe> probed(Source source) throws IOException {
        return new Prober(ffmpeg(), SourceLimits.USUAL).probe(source, empty("probing"));
    }

    static <T> T done(Outcome<T> outcome) {
        return outcome.fold(value -> value, failure -> {
            throw new AssertionError(failure);
        });
    }

    static <T> Failure failed(Outcome<T> outcome) {
        return outcome.fold(
                value -> {
                    throw new AssertionError("It went well: " + value);
                },
                failure -> failure);
    }

    static EncodedFile file(List<EncodedFile> files, String profile) {
        return files.stream()
                .filter(file -> file.profile().equals(profile))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + profile + " among "
                        + files.stream().map(EncodedFile::profile).toList()));
    }

    /** Nothing differs by more than this because of frames and the priming of encoders. */
    static final Duration FRAMES = Duration.ofMillis(250);
}
