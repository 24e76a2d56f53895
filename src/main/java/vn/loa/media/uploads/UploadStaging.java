package vn.loa.media.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.media.DurableFolder;
import vn.loa.media.MediaStorage;
import vn.loa.media.SecondName;

/**
 * Where the bytes of uploads lie: a file for each, named by its id, in {@code uploads} below the media folder. Who writes holds a lock of
 * the operating system on the file, so that several nodes may share the folder, and the lock ends with the process.
 */
@ApplicationScoped
public class UploadStaging {
    /** What must stay free whatever is uploaded: the portal writes more than uploads. */
    static final long RESERVE_BYTES = 64L << 20;

    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}");

    /** Locks of the operating system belong to the process: within it, this tells who writes. */
    private final Set<String> inUse = ConcurrentHashMap.newKeySet();

    private final Path folder;

    /** For proxies of the container alone. */
    protected UploadStaging() {
        this.folder = Path.of("");
    }

    @Inject
    UploadStaging(MediaStorage storage) throws IOException {
        this.folder = storage.folder().resolve("uploads");
        DurableFolder.make(folder);
    }

    /**
     * Opens the bytes for writing; close them.
     *
     * @return empty while somebody else writes them
     */
    Optional<StagedBytes> open(String id) throws IOException {
        var file = file(id);
        if (!inUse.add(id)) {
            return Optional.empty();
        }
        StagedBytes bytes = null;
        try {
            bytes = lock(id, file);
            return Optional.ofNullable(bytes);
        } finally {
            if (bytes == null) {
                inUse.remove(id);
            }
        }
    }

    private @Nullable StagedBytes lock(String id, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = null;
        try {
            lock = channel.tryLock();
            if (lock != null) {
                // Also when the file was there: who made it may not have come so far.
                DurableFolder.force(folder);
            }
            return lock == null ? null : new StagedBytes(file, channel, lock, () -> inUse.remove(id));
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    /** The bytes of an upload to which nothing more is written. Of an empty one there need not be a file. @throws UploadRefused when they are gone */
    public InputStream read(Upload upload) throws IOException {
        try {
            return upload.length() == 0 ? InputStream.nullInputStream() : Files.newInputStream(file(upload));
        } catch (NoSuchFileException ended) {
            throw Upload.givenUp();
        }
    }

    /** @throws UploadRefused when the bytes of a complete upload are here no longer: it was used before, and there was no room to keep them */
    public void requireBytes(Upload upload) {
        if (upload.length() > 0 && !Files.exists(file(upload))) {
            throw Upload.givenUp();
        }
    }

    /** Where the bytes of an upload lie to which nothing more is written. */
    public Path file(Upload upload) {
        return file(upload.id());
    }

    /** Ids of all uploads of which there are bytes. */
    List<String> ids() throws IOException {
        var ids = new ArrayList<String>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = String.valueOf(file.getFileName());
                if (NAME.matcher(name).matches()) {
                    ids.add(name);
                }
            }
        }
        return ids;
    }

    /** Whether the bytes of an upload are those of a blob, too. */
    boolean isLinked(String id) throws IOException {
        return SecondName.isOf(file(id));
    }

    /** How many more bytes the disk can take without going below what must stay free. */
    long room() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() - RESERVE_BYTES;
    }

    private Path file(String id) {
        if (!NAME.matcher(id).matches()) {
            throw new IllegalArgumentException("Not the id of an upload");
        }
        return folder.resolve(id);
    }

    /** @throws UploadRefused when so many bytes more do not fit on the disk */
    void requireRoom(long length) {
        try {
            if (length > room()) {
                throw noRoom();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot tell how much room there is", e);
        }
    }

    static UploadRefused noRoom() {
        return new UploadRefused(UploadRefused.Reason.NO_ROOM, "There is no room on the disk of the portal");
    }
}
