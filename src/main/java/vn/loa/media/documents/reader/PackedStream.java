package vn.loa.media.documents.reader;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import vn.loa.media.documents.DocumentRefused;
import vn.loa.media.documents.Refusal;

/** What a stream of a PDF becomes when it is unpacked (ISO 32000-2, 7.4), without unpacking more than is needed to tell. */
final class PackedStream {
    private static final int BUFFER = 64 * 1024;
    private static final int MOST_FILTERS = 3;

    private final COSStream stream;
    private final List<String> filters;

    PackedStream(COSStream stream) {
        this.stream = stream;
        this.filters = filters(stream);
    }

    private static List<String> filters(COSStream stream) {
        var names = new ArrayList<String>();
        var filters = stream.getFilters();
        if (filters instanceof COSName name) {
            names.add(name.getName());
        } else if (filters instanceof COSArray array) {
            array.forEach(element -> names.add(element instanceof COSName name ? name.getName() : ""));
        }
        return names;
    }

    /**
     * Only counts what comes out. Pictures are left alone: white paper is packed a thousandfold, and nobody here unpacks it.
     *
     * @throws DocumentRefused if it swells
     */
    void requireNoSwelling() throws IOException {
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)) || filters.isEmpty()) {
            return;
        }
        if (filters.size() > MOST_FILTERS) {
            throw new DocumentRefused(Refusal.SWELLS, "A stream is packed " + filters.size() + " times");
        }
        if (filters.get(0).startsWith("Fl")) {
            inflate();
        }
    }

    private void inflate() throws IOException {
        try (var packed = stream.createRawInputStream()) {
            var inflater = new Inflater();
            var in = new byte[BUFFER];
            var out = new byte[BUFFER];
            var read = 0L;
            var written = 0L;
            try {
                for (var n = packed.read(in); n >= 0 && !inflater.finished(); n = packed.read(in)) {
                    read += n;
                    inflater.setInput(in, 0, n);
                    for (var m = inflater.inflate(out); m > 0; m = inflater.inflate(out)) {
                        written += m;
                        if (Swelling.is(read, written)) {
                            throw new DocumentRefused(
                                    Refusal.SWELLS, "A stream becomes more than " + written + " bytes");
                        }
                    }
                    if (inflater.needsDictionary()) {
                        return;
                    }
                }
            } catch (DataFormatException broken) {
                // Whoever reads it sees as much as there is.
            } finally {
                inflater.end();
            }
        }
    }

    /** The first bytes of what was packed, as many as can be told from the first {@value #BUFFER} at each step of unpacking. */
    byte[] beginning() throws IOException {
        byte[] bytes;
        try (var packed = stream.createRawInputStream()) {
            bytes = packed.readNBytes(BUFFER);
        }
        for (var i = 0; i < filters.size(); i++) {
            bytes = unpacked(bytes, i);
        }
        return bytes;
    }

    private byte[] unpacked(byte[] packed, int filter) {
        var beginning = new Beginning();
        try {
            FilterFactory.INSTANCE
                    .getFilter(filters.get(filter))
                    .decode(new ByteArrayInputStream(packed), beginning, stream, filter);
        } catch (IOException | RuntimeException broken) {
            // There is enough, or whoever reads it sees as much as there is.
        }
        return beginning.bytes();
    }

    /** Takes so much, and then no more. */
    private static final class Beginning extends OutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] more, int from, int length) throws IOException {
            bytes.write(more, from, Math.min(length, BUFFER - bytes.size()));
            if (bytes.size() == BUFFER) {
                throw new IOException("No more is wanted");
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
