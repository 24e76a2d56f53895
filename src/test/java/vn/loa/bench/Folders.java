package vn.loa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Whole folders. */
final class Folders {
    private Folders() {}

    /** Deletes a folder with all that is in it; does nothing if there is none. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        for (Path file : below(folder, Set.of()).stream()
                .sorted(Comparator.reverseOrder())
                .toList()) {
            Files.delete(file);
        }
    }

    /** Copies a folder, without what is directly in it and left out by name. */
    static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
        for (Path file : below(from, leftOut)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }

    private static List<Path> below(Path folder, Set<String> leftOut) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.equals(folder)
                            || !leftOut.contains(
                                    folder.relativize(file).getName(0).toString()))
                    .toList();
        }
    }
}
