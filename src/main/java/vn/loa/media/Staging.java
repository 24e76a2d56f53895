package vn.loa.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import vn.loa.common.Sha256;

/** A folder of this machine where bytes wait until their name is known, which is only when the last has come. */
final class Staging {
    /** Longer than any upload may pause between two writes. */
    static final Duration ABANDONED = Duration.ofDays(1);

    private static final int BUFFER = 128 * 1024;

    private final Path folder;

    /** Makes the folder, and sweeps what a crash left in it: a node without workers never does so later. */
    Staging(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        sweep();
    }

    /** A file with a name. Closing it deletes what has not been moved away. */
    record Staged(Path file, StoredBlob blob) implements Closeable {
        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    /**
     * Writes down all bytes of a stream; close the result.
     *
     * @throws BlobTooLarge when more come than the limit
     */
    Staged take(InputStream content, long limit) throws IOException {
        var file = folder.resolve(UUID.randomUUID() + ".part");
        try {
            return new Staged(file, write(content, limit, file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** The same of a file, which is not copied where it can get a second name; close the result. */
    Staged take(Path file, long limit) throws IOException {
        var link = folder.resolve(UUID.randomUUID() + ".part");
        if (!SecondName.give(file, link)) {
            try (var content = Files.newInputStream(file)) {
                return take(content, limit);
            }
        }
        try (var content = Files.newInputStream(link)) {
            // It is as old as the file, and would be swept while it is read.
            Files.setLastModifiedTime(link, FileTime.from(Instant.now()));
            return new Staged(link, read(content, limit, bytes -> {}));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(link);
            throw e;
        }
    }

    private static StoredBlob write(InputStream content, long limit, Path file) throws IOException {
        try (var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return read(content, limit, bytes -> {
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            });
        }
    }

    /** What is done with each stretch of what is read. */
    @FunctionalInterface
    private interface Stretches {
        void come(ByteBuffer bytes) throws IOException;
    }

    private static StoredBlob read(InputStream content, long limit, Stretches stretches) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[BUFFER];
        var size = 0L;
        for (var n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            size += n;
            if (size > limit) {
                throw new BlobTooLarge(limit);
            }
            digest.update(buffer, 0, n);
            stretches.come(ByteBuffer.wrap(buffer, 0, n));
        }
        return new StoredBlob(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Gives up what a crash left: files to which nothing has been written for a day. */
    void sweep() throws IOException {
        var before = Instant.now().minus(ABANDONED);
        try (var left = Files.newDirectoryStream(folder, "*.part")) {
            for (var file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** @throws IOException when nothing can be written here, or less than that many bytes */
    void require(long room) throws IOException {
        Files.delete(Files.createTempFile(folder, ".health", ""));
        var free = Files.getFileStore(folder).getUsableSpace();
        if (free < room) {
            throw new FileSystemException(
                    folder.toString(),
                    null,
                    "No space left on device, or nearly: %d bytes are needed, and only %d are free"
                            .formatted(room, free));
        }
    }
}
