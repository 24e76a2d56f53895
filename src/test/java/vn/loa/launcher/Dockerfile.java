package vn.loa.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * How an image is built, as far as it takes in files of the project.
 *
 * @param file the Dockerfile
 * @param context the folder from which it is built
 */
record Dockerfile(Path file, Path context) {
    /** One COPY: what is taken from the context, and where it goes in the image. */
    record Copy(List<Path> sources, String destination) {}

    List<Copy> copies() throws IOException {
        return instructions("COPY ").map(this::copy).toList();
    }

    /** What each instruction of a kind says. @param instruction with the space behind it */
    java.util.stream.Stream<String> instructions(String instruction) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(instruction))
                .map(line -> line.substring(instruction.length()));
    }

    private Copy copy(String instruction) {
        List<String> words = Arrays.stream(instruction.split("\\s+"))
                .filter(word -> !word.startsWith("--"))
                .toList();
        return new Copy(
                words.subList(0, words.size() - 1).stream()
                        .map(context::resolve)
                        .toList(),
                words.get(words.size() - 1));
    }

    /**
     * Copies what the image takes in.
     *
     * @param root stands for the root of the image
     * @return what is the folder /opt/loa there
     */
    Path copyTo(Path root) throws IOException {
        for (Copy copy : copies()) {
            Path destination = root.resolve(copy.destination().substring(1));
            for (Path source : copy.sources()) {
                assertThat(source).exists();
                if (Files.isDirectory(source)) {
                    copyFolder(source, destination);
                } else {
                    assertThat(copy.destination()).endsWith("/");
                    copyFolder(source, destination.resolve(source.getFileName()));
                }
            }
        }
        return root.resolve("opt/loa");
    }

    private static void copyFolder(Path source, Path destination) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path target = destination.resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Path place = source.equals(file) ? destination : target;
                    Files.createDirectories(place.getParent());
                    Files.copy(file, place, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
