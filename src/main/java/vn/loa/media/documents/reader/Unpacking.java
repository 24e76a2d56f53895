package vn.loa.media.documents.reader;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** Counts what comes out of one entry of an archive, whatever its directory claims, and stops what swells. */
final class Unpacking extends FilterInputStream {
    private final String name;
    private final long packed;
    private long unpacked;

    Unpacking(ZipEntry entry, InputStream content) {
        super(content);
        this.name = entry.getName();
        this.packed = Math.max(1, entry.getCompressedSize());
    }

    long unpacked() {
        return unpacked;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        var count = super.read(bytes, from, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long wanted) throws IOException {
        var count = super.skip(wanted);
        count(count);
        return count;
    }

    private void count(long more) {
        unpacked += more;
        if (Swelling.is(packed, unpacked)) {
            throw new DocumentRefused(Refusal.SWELLS, name + " becomes more than " + unpacked + " bytes");
        }
    }
}
