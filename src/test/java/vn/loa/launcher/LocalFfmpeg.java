package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ffmpeg that tests make their files with: the one in {@code LOA_FFMPEG}, the machine's own, or else the one that the build brings. */
public final class LocalFfmpeg {
    private static final Set<String> PROGRAMS = Set.of("ffmpeg", "ffprobe");

    private LocalFfmpeg() {}

    /** Where it lies, with ffprobe beside it; empty when the machine has its own, which programs then find by themselves. */
    public static Optional<Path> named() {
        return Optional.ofNullable(System.getenv("LOA_FFMPEG"))
                .map(Path::of)
                .or(() -> FfmpegPrograms.missing(Parts.of(Program.PROJECT), System.getenv()));
    }

    /** The same, or empty while the build has not come as far as to bring one. */
    public static Optional<Path> namedIfBuilt() {
        return Files.exists(Program.PROJECT.resolve("target/launcher/parts.txt"))
                ? named()
                : Optional.ofNullable(System.getenv("LOA_FFMPEG")).map(Path::of);
    }

    /** What the portal must be told of it. */
    public static Map<String, String> setting() {
        return named().map(program -> Map.of("loa.ffmpeg", program.toString())).orElse(Map.of());
    }

    /** The words of a command, in which ffmpeg and ffprobe are named by their place where need be. */
    public static List<String> command(List<String> words) {
        var command = new ArrayList<>(words);
        if (PROGRAMS.contains(words.get(0))) {
            named().ifPresent(program ->
                    command.set(0, program.resolveSibling(words.get(0)).toString()));
        }
        return command;
    }

    /** What ffmpeg makes in this file; words are separated by single spaces. */
    public static byte[] made(Path file, String arguments) throws IOException, InterruptedException {
        var words = new ArrayList<>(List.of("ffmpeg", "-y", "-v", "error", "-nostdin"));
        words.addAll(List.of(arguments.split(" ")));
        words.add(file.toString());
        assertThat(new ProcessBuilder(command(words)).inheritIO().start().waitFor())
                .isZero();
        return Files.readAllBytes(file);
    }
}
