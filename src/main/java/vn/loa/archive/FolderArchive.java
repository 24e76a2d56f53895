package vn.loa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A folder that the administrator has set up, and in which somebody has put the files and the sheet. Nothing outside of it is read, whatever links say. */
final class FolderArchive implements ArchiveFiles {
    private static final int MOST_LISTED = 100_000;
    private static final int DEEPEST = 20;

    private final Path root;
    private final Map<Path, Map<String, Path>> lists = new HashMap<>();

    /** @throws ArchiveRefused when it is not there */
    FolderArchive(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ArchiveRefused(Problem.GONE, String.valueOf(folder.getFileName()));
        }
        root = folder.toRealPath();
    }

    @Override
    public Optional<Found> find(String path) {
        var wanted = ZipArchive.cleaned(path);
        if (ZipArchive.isUnsafe(wanted)) {
            return Optional.empty();
        }
        return file(wanted).flatMap(file -> found(wanted, file));
    }

    /** Names of files are in NFC or NFD, as the machine has it on which they were made. */
    private Optional<Path> file(String path) {
        var at = root;
        for (var name : path.split("/")) {
            var next = names(at).get(name);
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    private Map<String, Path> names(Path folder) {
        return lists.computeIfAbsent(folder, each -> {
            var names = new HashMap<String, Path>();
            if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                try (var inside = Files.newDirectoryStream(each)) {
                    inside.forEach(file -> names.put(
                            Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC), file));
                } catch (IOException unreadable) {
                    return Map.of();
                }
            }
            return names;
        });
    }

    private static Optional<Found> found(String path, Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(new Found(
                            path,
                            Files.size(file),
                            Files.size(file) + "@"
                                    + Files.getLastModifiedTime(file).toMillis(),
                            false))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(Found file) throws IOException {
        var there = file(file.path()).orElseThrow(() -> new IOException("It is gone: " + file.path()));
        return new ExactStream(Files.newInputStream(there, LinkOption.NOFOLLOW_LINKS), file.length());
    }

    /** As far as somebody would look through them. */
    @Override
    public List<String> paths() {
        var paths = new ArrayList<String>();
        collect("", root, 0, paths);
        return paths;
    }

    private void collect(String above, Path folder, int depth, List<String> paths) {
        names(folder).forEach((name, file) -> {
            var path = above + name;
            if (paths.size() >= MOST_LISTED
                    || name.startsWith(".")
                    || ZipArchive.LITTER.matcher(path).matches()) {
                return;
            }
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                paths.add(path);
            } else if (depth < DEEPEST) {
                collect(path + "/", file, depth + 1, paths);
            }
        });
    }

    @Override
    public Found sheet() {
        var sheets = new ArrayList<>(names(root).keySet().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).matches("[^~.].*\\.(csv|xlsx)"))
                .sorted()
                .toList());
        if (sheets.size() != 1) {
            throw new ArchiveRefused(
                    sheets.isEmpty() ? Problem.NO_SHEET : Problem.MANY_SHEETS, String.join(", ", sheets));
        }
        return find(sheets.get(0)).orElseThrow(() -> new ArchiveRefused(Problem.NO_SHEET, ""));
    }

    @Override
    public boolean hasDoubtfulNames() {
        return false;
    }

    @Override
    public void close() {
        lists.clear();
    }
}
