package vn.loa.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Brings ffmpeg where the machine has none: unpacks the programs and their libraries once per build. */
final class FfmpegPrograms {
    private static final List<String> NEEDED = List.of("ffmpeg", "ffprobe");

    /** What programs written in Java call them by. */
    private static final String FOR_JAVA = "libjni";

    private FfmpegPrograms() {}

    /**
     * The ffmpeg to name to the portal; empty when the search path of the environment has its own.
     *
     * @throws StartRefused if there is no room for it
     */
    static Optional<Path> missing(Parts parts, Map<String, String> environment) {
        if (NEEDED.stream().allMatch(name -> isOnPath(name, environment))) {
            return Optional.empty();
        }
        return Optional.of(UnpackedPrograms.of(parts.ffmpeg(), parts.work(), "ffmpeg", FfmpegPrograms::extract)
                .resolve(NEEDED.get(0)));
    }

    private static boolean isOnPath(String name, Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isBlank())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(name)));
    }

    private static void extract(ZipInputStream jar, Path target) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
            boolean wanted = NEEDED.contains(name) || name.startsWith("lib") && !name.startsWith(FOR_JAVA);
            if (entry.getName().startsWith("org/bytedeco/ffmpeg/") && wanted && !entry.isDirectory()) {
                Path copy = target.resolve(name);
                Files.copy(jar, copy);
                Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
