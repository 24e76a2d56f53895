package vn.loa.common;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A stream for writers that close what they write to, where it does not belong to them: closing it only flushes. */
public final class KeptOpen extends FilterOutputStream {
    public KeptOpen(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
