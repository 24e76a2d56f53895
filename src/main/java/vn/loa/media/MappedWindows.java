package vn.loa.media;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The stretches of files that were read lately, mapped into memory: what is asked for again is copied without a call to the system. Holds
 * a bounded number of windows; the pages behind them are the system's cache, not heap. Mapping is right only because blobs never change.
 */
final class MappedWindows {
    static final int WINDOW = 16 << 20;
    private static final int MOST_WINDOWS = 32;
    private static final int MOST_SIZES = 4096;

    private final Map<Key, MappedByteBuffer> mapped = new Recent<>(MOST_WINDOWS);
    private final Map<String, Long> sizes = new Recent<>(MOST_SIZES);

    private record Key(String blob, long number) {}

    /** The size of a blob. */
    long size(String blob, Path file) throws IOException {
        synchronized (sizes) {
            var known = sizes.get(blob);
            if (known != null) {
                return known;
            }
        }
        var size = Files.size(file);
        synchronized (sizes) {
            sizes.put(blob, size);
        }
        return size;
    }

    /**
     * The window with a number; window n begins at byte n × {@value #WINDOW}. Read it by absolute positions only: others do so too.
     */
    MappedByteBuffer window(String blob, Path file, long number, long size) throws IOException {
        var key = new Key(blob, number);
        synchronized (mapped) {
            var known = mapped.get(key);
            if (known != null) {
                return known;
            }
        }
        var from = number * WINDOW;
        MappedByteBuffer window;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.size() != size) {
                throw new IOException("Blob " + blob + " is " + channel.size() + " bytes long, not " + size);
            }
            window = channel.map(MapMode.READ_ONLY, from, Math.min(WINDOW, size - from));
        }
        synchronized (mapped) {
            mapped.put(key, window);
        }
        return window;
    }

    void forget(String blob) {
        synchronized (sizes) {
            sizes.remove(blob);
        }
        synchronized (mapped) {
            mapped.keySet().removeIf(key -> key.blob().equals(blob));
        }
    }
}
