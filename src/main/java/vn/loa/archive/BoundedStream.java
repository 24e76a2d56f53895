package vn.loa.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Ends with a refusal what swells beyond bounds. */
final class BoundedStream extends FilterInputStream {
    private final long most;
    private long left;

    /** @param most in bytes */
    BoundedStream(InputStream content, long most) {
        super(content);
        this.most = most;
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = super.read(into, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new ArchiveRefused(Problem.SHEET_TOO_LARGE, (most >> 20) + " MB");
        }
    }
}
