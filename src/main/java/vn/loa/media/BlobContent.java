package vn.loa.media;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The bytes of one blob, readable from any position. For one thread at a time. */
public abstract class BlobContent implements Closeable {
    /** In bytes. */
    public abstract long size();

    /**
     * Waits until reading can begin at a position, so that a storage that cannot give the bytes says so before anybody is promised them.
     * Nothing to wait for on this machine.
     */
    public void prepare(long position) throws IOException {}

    /**
     * Reads some bytes, at least one; reading on where the last read ended is cheapest.
     *
     * @param position of the first, from 0
     * @param length how many are wanted, at least one
     * @return how many were read, or -1 at the end of the blob
     */
    public abstract int read(long position, byte[] target, int offset, int length) throws IOException;

    /** The bytes from a position on. Closing the stream leaves the blob open. */
    public final InputStream stream(long position) {
        if (position < 0) {
            throw new IllegalArgumentException("Negative position");
        }
        return new InputStream() {
            private long next = position;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                Objects.checkFromIndexSize(offset, length, target.length);
                if (length == 0) {
                    return 0;
                }
                var got = BlobContent.this.read(next, target, offset, length);
                next += Math.max(got, 0);
                return got;
            }
        };
    }
}
