package vn.loa.media.processing;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for one attempt, which vanishes with it. */
final class WorkFolder implements Closeable {
    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** An empty one. @param parent of all work folders */
    static WorkFolder open(Path parent, Attempt attempt) throws IOException {
        var path = parent.resolve("%d-%d".formatted(attempt.job(), attempt.number()));
        deleteAll(path);
        Files.createDirectories(path);
        return new WorkFolder(path);
    }

    /** A folder of this name within it. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(path.resolve(name));
    }

    Path file(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        deleteAll(path);
    }

    static void deleteAll(Path path) throws IOException {
        if (Files.exists(path)) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
