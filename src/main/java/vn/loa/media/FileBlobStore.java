package vn.loa.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.Failpoint;

/**
 * Blobs as files: {@code sha256/ab/cd/abcd…} below a folder. Bytes are written to {@code staging}, forced to the disk and moved to their
 * place in one step, so that no reader ever sees half a file.
 */
final class FileBlobStore extends StagedBlobStore {
    private static final Pattern FOLDER = Pattern.compile("[0-9a-f]{2}");

    private final MappedWindows windows = new MappedWindows();
    private final Path blobs;
    private final Path owner;

    FileBlobStore(MediaStorage storage) throws IOException {
        super(storage);
        this.blobs = storage.folder().resolve("sha256");
        this.owner = storage.folder().resolve(OWNER);
        DurableFolder.make(blobs);
    }

    /**
     * Moves a file to its place unless that is taken by the same. The names on the way to it are forced to the disk in any case: who made them, or
     * took the place, may not have come so far.
     */
    @Override
    void keep(Path file, StoredBlob blob) throws IOException {
        var place = place(blob.sha256());
        var folder = Objects.requireNonNull(place.getParent(), "the name has folders before it");
        if (!isKept(blob, place)) {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            move(file, place);
            Failpoint.pass("blob-moved");
            windows.forget(blob.sha256());
        }
        DurableFolder.force(folder);
        DurableFolder.force(Objects.requireNonNull(folder.getParent(), "two folders stand before the name"));
        DurableFolder.force(blobs);
    }

    /** A restored file may have been cut short. */
    private static boolean isKept(StoredBlob blob, Path place) throws IOException {
        try {
            return Files.size(place) == blob.size();
        } catch (NoSuchFileException nowhere) {
            return false;
        }
    }

    /** Two threads may bring the same content at once: the bytes are the same, so either may win. */
    private static void move(Path file, Path place) throws IOException {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException alreadyThere) {
            // On systems where an atomic move does not replace.
        }
    }

    @Override
    public Optional<BlobContent> open(String sha256) throws IOException {
        if (!BlobName.isName(sha256)) {
            return Optional.empty();
        }
        var file = place(sha256);
        try {
            return Optional.of(new MappedContent(windows, sha256, file, windows.size(sha256, file)));
        } catch (NoSuchFileException nowhere) {
            return Optional.empty();
        }
    }

    @Override
    public boolean link(String sha256, Path link) {
        try {
            return BlobName.isName(sha256) && SecondName.give(place(sha256), link);
        } catch (NoSuchFileException nowhere) {
            return false;
        }
    }

    @Override
    public boolean contains(String sha256) {
        return BlobName.isName(sha256) && Files.exists(place(sha256));
    }

    /**
     * Two levels of folders with at most 256 each are read, and of the last only as many as hold the names that are wanted. What bears no such name, or is
     * no folder where one should be, is not ours.
     */
    @Override
    public List<String> names(String after, int limit) throws IOException {
        BlobName.requirePlace(after);
        var names = new ArrayList<String>();
        for (var first : folders(blobs, beginning(after, 2))) {
            var known = first.equals(beginning(after, 2));
            for (var second :
                    folders(blobs.resolve(first), known ? beginning(after, 4).substring(first.length()) : "")) {
                for (var name : entries(blobs.resolve(first).resolve(second), after)) {
                    if (BlobName.isName(name) && !name.equals(after)) {
                        names.add(name);
                    }
                    if (names.size() == limit) {
                        return names;
                    }
                }
            }
        }
        return names;
    }

    private static String beginning(String name, int length) {
        return name.substring(0, Math.min(length, name.length()));
    }

    private static List<String> folders(Path parent, String from) throws IOException {
        return entries(parent, from).stream()
                .filter(name -> FOLDER.matcher(name).matches() && Files.isDirectory(parent.resolve(name)))
                .toList();
    }

    /** What a folder holds, sorted, from a name on. */
    private static List<String> entries(Path folder, String from) throws IOException {
        try (var entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.compareTo(from) >= 0)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        if (BlobName.isName(sha256)) {
            Files.deleteIfExists(place(sha256));
            windows.forget(sha256);
        }
    }

    @Override
    public Optional<String> owner() throws IOException {
        try {
            return Optional.of(Files.readString(owner)).map(String::strip);
        } catch (NoSuchFileException nobody) {
            return Optional.empty();
        }
    }

    @Override
    public void belongTo(String installation) throws IOException {
        var half = Files.writeString(owner.resolveSibling(OWNER + ".part"), installation + "\n");
        Files.move(half, owner, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean isRemote() {
        return false;
    }

    private Path place(String sha256) {
        return blobs.resolve(BlobName.path(sha256));
    }
}
