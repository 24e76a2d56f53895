package vn.loa.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of a sheet, of which no more come than so many: what is longer, or swells beyond that, is refused. */
final class LimitedStream extends FilterInputStream {
    private final long most;
    private long left;

    LimitedStream(InputStream content, long most) {
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
