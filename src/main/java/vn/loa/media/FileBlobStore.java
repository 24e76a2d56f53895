package vn.loa.media;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Blobs as files: {@code sha256/ab/cd/abcd…} below a folder. Bytes are written to {@code staging}, forced to the disk and moved to their
 * place in one step, so that no reader ever sees half a file.
 */
@ApplicationScoped
public class FileBlobStore implements BlobStore {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");
    private static final int BUFFER = 128 * 1024;

    /** Longer than any upload may pause between two writes. */
    private static final Duration ABANDONED = Duration.ofDays(1);

    private final MappedWindows windows = new MappedWindows();
    private Path staging;
    private Path blobs;

    /** For proxies of the container alone. */
    protected FileBlobStore() {
        this(Path.of(""));
    }

    @Inject
    FileBlobStore(MediaStorage storage) throws IOException {
        this(storage.folder());
        Files.createDirectories(staging);
        Files.createDirectories(blobs);
        sweepStaging(Instant.now().minus(ABANDONED));
    }

    private FileBlobStore(Path folder) {
        this.staging = folder.resolve("staging");
        this.blobs = folder.resolve("sha256");
    }

    @Override
    public StoredBlob store(InputStream content, long limit) throws IOException {
        var staged = staging.resolve(UUID.randomUUID() + ".part");
        try {
            var stored = stage(content, limit, staged);
            var place = place(stored.sha256());
            if (!Files.exists(place)) {
                settle(staged, place);
            }
            return stored;
        } finally {
            Files.deleteIfExists(staged);
        }
    }

    private static StoredBlob stage(InputStream content, long limit, Path staged) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        var size = 0L;
        try (var out = FileChannel.open(staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
                size += n;
                if (size > limit) {
                    throw new BlobTooLarge(limit);
                }
                digest.update(buffer, 0, n);
                for (var bytes = ByteBuffer.wrap(buffer, 0, n); bytes.hasRemaining(); ) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return new StoredBlob(HexFormat.of().formatHex(digest.digest()), size);
    }

    private void settle(Path staged, Path place) throws IOException {
        var folder = Objects.requireNonNull(place.getParent(), "the name has folders before it");
        var fresh = !Files.isDirectory(folder);
        Files.createDirectories(folder);
        move(staged, place);
        force(folder);
        if (fresh) {
            force(Objects.requireNonNull(folder.getParent(), "two folders stand before the name"));
            force(blobs);
        }
    }

    /** Two threads may bring the same content at once: the bytes are the same, so either may win. */
    private static void move(Path staged, Path place) throws IOException {
        try {
            Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException alreadyThere) {
            // On systems where an atomic move does not replace.
        }
    }

    /** Makes the names in a folder survive a loss of power, where folders can be opened. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Optional<BlobContent> open(String sha256) throws IOException {
        if (!NAME.matcher(sha256).matches()) {
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
    public void delete(String sha256) throws IOException {
        if (NAME.matcher(sha256).matches()) {
            Files.deleteIfExists(place(sha256));
            windows.forget(sha256);
        }
    }

    private Path place(String sha256) {
        return blobs.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    /** What a crash left behind. */
    private void sweepStaging(Instant before) throws IOException {
        try (var left = Files.newDirectoryStream(staging, "*.part")) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
