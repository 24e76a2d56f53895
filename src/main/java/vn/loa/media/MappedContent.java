package vn.loa.media;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A blob file read through windows that many readers share. */
final class MappedContent extends BlobContent {
    private final MappedWindows windows;
    private final String blob;
    private final Path file;
    private final long size;
    private long number = -1;
    private @Nullable MappedByteBuffer window;

    MappedContent(MappedWindows windows, String blob, Path file, long size) {
        this.windows = windows;
        this.blob = blob;
        this.file = file;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long position, byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (position < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        if (position >= size) {
            return -1;
        }
        var current = window(position / MappedWindows.WINDOW);
        var within = (int) (position % MappedWindows.WINDOW);
        var n = Math.min(length, current.capacity() - within);
        try {
            current.get(within, target, offset, n);
        } catch (InternalError unreadable) {
            // How the virtual machine reports a mapped page that the disk could not give.
            throw new IOException("Blob " + blob + " could not be read at " + position, unreadable);
        }
        return n;
    }

    private MappedByteBuffer window(long wanted) throws IOException {
        var current = window;
        if (current == null || number != wanted) {
            current = windows.window(blob, file, wanted, size);
            window = current;
            number = wanted;
        }
        return current;
    }

    @Override
    public void close() {
        window = null;
    }
}
