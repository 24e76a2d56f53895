package vn.loa.media;

import java.io.EOFException;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * A blob read from an object storage. One request brings a window, which grows while the reader reads on: from a quarter of a
 * megabyte, so that a glance at a film costs little, to {@value #MOST} bytes. What a reader does not take stays with the storage; a reader
 * who rests long loses the connection to another one, and gets a new one when it reads on.
 */
final class S3Content extends BlobContent {
    static final int FIRST = 256 * 1024;
    static final int MOST = 16 << 20;

    private static final int GROWTH = 4;

    /** It costs less to read so much to the end than to give up a connection. */
    private static final int DRAINED = 64 * 1024;

    private final S3Bucket bucket;
    private final OpenStreams streams;
    private final String blob;
    private final long size;

    /** Held while reading. Another thread that wants the connection back does not wait for it. */
    private final ReentrantLock reading = new ReentrantLock();

    private volatile boolean closed;
    private @Nullable ResponseInputStream<GetObjectResponse> stream;
    private long next;
    private long end;
    private int window;

    S3Content(S3Bucket bucket, OpenStreams streams, String blob, long size) {
        this.bucket = bucket;
        this.streams = streams;
        this.blob = blob;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void prepare(long position) throws IOException {
        if (position >= size) {
            return;
        }
        streams.used(this);
        reading.lock();
        try {
            if (stream == null || position != next) {
                request(position);
            }
        } finally {
            release();
        }
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
        streams.used(this);
        reading.lock();
        try {
            return readOn(position, target, offset, length);
        } finally {
            release();
        }
    }

    /** Who closed this while it was being read from left its connection to the reader. */
    private void release() {
        reading.unlock();
        if (closed) {
            rest();
        }
    }

    /** A connection that was left alone may be dead: only a fresh one that fails is a failure. */
    private int readOn(long position, byte[] target, int offset, int length) throws IOException {
        var held = stream;
        if (held != null && position == next) {
            try {
                return take(held, target, offset, length);
            } catch (IOException | SdkException dead) {
                giveUp();
            }
        }
        try {
            return take(request(position), target, offset, length);
        } catch (SdkException e) {
            giveUp();
            throw new IOException(described() + " broke off at byte " + position, e);
        } catch (IOException e) {
            giveUp();
            throw e;
        }
    }

    private int take(ResponseInputStream<GetObjectResponse> from, byte[] target, int offset, int length)
            throws IOException {
        var n = from.read(target, offset, (int) Math.min(length, end - next));
        if (n <= 0) {
            throw new EOFException(described() + " broke off at byte " + next);
        }
        next += n;
        if (next == end) {
            // Read to its end and closed, its connection serves the next request.
            from.readNBytes(1);
            from.close();
            stream = null;
        }
        return n;
    }

    private ResponseInputStream<GetObjectResponse> request(long position) throws IOException {
        var readsOn = position == next && window > 0;
        giveUp();
        if (!readsOn) {
            window = FIRST;
        } else if (next == end) {
            window = Math.min(window * GROWTH, MOST);
        }
        next = position;
        end = Math.min(size, position + window);
        var fresh = bucket.read(blob, position, end - 1);
        var range = "bytes " + position + "-" + (end - 1) + "/" + size;
        if (!range.equals(fresh.response().contentRange())) {
            fresh.abort();
            throw new IOException(described() + " gave " + fresh.response().contentRange() + " instead of " + range);
        }
        stream = fresh;
        return fresh;
    }

    private void giveUp() throws IOException {
        var held = stream;
        stream = null;
        if (held == null) {
            return;
        }
        if (end - next > DRAINED) {
            held.abort();
            return;
        }
        try {
            held.readNBytes(DRAINED);
            held.close();
        } catch (IOException | SdkException dead) {
            held.abort();
        }
    }

    /** Gives the connection up unless it is being read from. For any thread. */
    void rest() {
        if (reading.tryLock()) {
            try {
                var held = stream;
                stream = null;
                if (held != null) {
                    held.abort();
                }
            } finally {
                reading.unlock();
            }
        }
    }

    private String described() {
        return bucket.key(blob) + " in " + bucket;
    }

    @Override
    public void close() {
        closed = true;
        streams.forget(this);
        rest();
    }
}
