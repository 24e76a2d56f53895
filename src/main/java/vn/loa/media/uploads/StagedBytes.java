package vn.loa.media.uploads;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.loa.media.SecondName;

/** The bytes of one upload, open for who sends them, and for nobody else on any node. For one thread. */
final class StagedBytes implements Closeable {
    private final Path file;
    private final FileChannel channel;
    private final FileLock lock;
    private final Runnable release;

    StagedBytes(Path file, FileChannel channel, FileLock lock, Runnable release) {
        this.file = file;
        this.channel = channel;
        this.lock = lock;
        this.release = release;
    }

    /** Drops what lies beyond the bytes that are known to be safe, and goes on writing there. */
    void startAt(long offset) throws IOException {
        if (channel.size() < offset) {
            throw new IOException("%s holds only %d bytes, but %d were acknowledged"
                    .formatted(file.getFileName(), channel.size(), offset));
        }
        channel.truncate(offset);
        channel.position(offset);
    }

    /** Whether they are a blob, too: then they were complete, whatever a database says that was restored, and nothing may be written to them. */
    boolean areKept(long length) throws IOException {
        return channel.size() == length && isLinked();
    }

    /** Whether the file has another name, in the store. */
    boolean isLinked() throws IOException {
        return SecondName.isOf(file);
    }

    void write(byte[] bytes, int length) throws IOException {
        for (var rest = ByteBuffer.wrap(bytes, 0, length); rest.hasRemaining(); ) {
            channel.write(rest);
        }
    }

    /** What was written until now survives a loss of power when this returns. */
    void force() throws IOException {
        channel.force(false);
    }

    /** Only for who holds the lock: a reader of the same process would lose it to others by closing. */
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            lock.release();
        } finally {
            release.run();
        }
    }
}
