package vn.loa.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder of everything that survives a restart. While it is open no other launcher can use it. */
final class DataFolder implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if need be and claims it.
     *
     * @throws StartRefused if it cannot be written or another launcher has it
     */
    static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel channel =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            claim(path, channel);
            return new DataFolder(path, channel);
        } catch (IOException e) {
            throw new StartRefused("The data folder " + path + " (LOA_DATA) cannot be written.", e);
        }
    }

    /**
     * Makes the folder if need be, without claiming it.
     *
     * @throws StartRefused if it cannot be written
     */
    static void requireWritable(Path path) {
        try {
            Files.createDirectories(path);
            Files.delete(Files.createTempFile(path, ".write", ".test"));
        } catch (IOException e) {
            throw new StartRefused("The data folder " + path + " (LOA_DATA) cannot be written.", e);
        }
    }

    private static void claim(Path path, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            lock = null;
        }
        if (lock == null) {
            channel.close();
            throw new StartRefused("The data folder " + path + " (LOA_DATA) is used by another running Loa.");
        }
    }

    Path path() {
        return path;
    }

    Path log(String name) {
        return path.resolve("log").resolve(name + ".log");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock ends with the process at the latest.
        }
    }
}
