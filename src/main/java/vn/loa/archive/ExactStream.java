package vn.loa.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which there are as many as was said: one more, or one less, is an error, so that nothing swells beyond what it was let in for. */
final class ExactStream extends FilterInputStream {
    private long left;

    ExactStream(InputStream content, long length) {
        super(content);
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? -1 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        var some = super.read(into, offset, length);
        count(some);
        return some;
    }

    @Override
    public long skip(long wanted) throws IOException {
        var skipped = super.skip(wanted);
        left -= skipped;
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) throws IOException {
        if (read < 0 && left > 0) {
            throw new IOException("It ends before its end");
        }
        left -= Math.max(0, read);
        if (left < 0) {
            throw new IOException("It is longer than it says");
        }
    }
}
