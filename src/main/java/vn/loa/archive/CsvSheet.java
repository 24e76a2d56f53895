package vn.loa.archive;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.loa.common.Csv;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.TextDecoder;

/** Reads a sheet that is a text with separators: a small one in whatever encoding Vietnamese texts are written, a large one, of which only a row is in memory, in UTF-8. */
final class CsvSheet {
    /** In bytes: 100,000 lines of some 2,500 letters. */
    static final int LARGEST = 256 << 20;

    /** In bytes: so much of it is in memory as a whole. */
    private static final int SMALL = 6 << 20;

    private static final int HEAD = 1 << 16;
    private static final int MOST_COLUMNS = 1_000;

    /** What a field begins with that {@link Csv} has kept from being a formula. */
    private static final String GUARDED = "'[\\s]*[=+\\-@\\t\\r\\n|%＝＋－＠][\\s\\S]*";

    private CsvSheet() {}

    /** @throws ArchiveRefused when it is too large, or cannot be read without guessing */
    static void read(InputStream content, SheetRows rows) throws IOException {
        var bytes = content.readNBytes(SMALL + 1);
        if (bytes.length > SMALL) {
            large(bytes, content, rows);
        } else if (TextDecoder.decode(bytes, "vi") instanceof Decoding.Read read) {
            read(new StringReader(read.text()), separator(read.text()), rows);
        } else {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
    }

    private static void large(byte[] begin, InputStream rest, SheetRows rows) throws IOException {
        var mark = Csv.MARK.getBytes(StandardCharsets.UTF_8);
        var from = Arrays.equals(begin, 0, mark.length, mark, 0, mark.length) ? mark.length : 0;
        var bytes = new BoundedStream(
                new SequenceInputStream(new ByteArrayInputStream(begin, from, begin.length - from), rest), LARGEST);
        var text = new InputStreamReader(bytes, StandardCharsets.UTF_8.newDecoder());
        try {
            read(
                    new BufferedReader(text),
                    separator(new String(begin, from, Math.min(begin.length - from, HEAD), StandardCharsets.UTF_8)),
                    rows);
        } catch (CharacterCodingException other) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
    }

    private static void read(Reader text, char separator, SheetRows rows) throws IOException {
        Csv.read(text, separator, SheetRows.LONGEST_CELL + 1, MOST_COLUMNS, row -> {
            if (row.fields().stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
                throw new ArchiveRefused(Problem.ENCODING, "");
            }
            rows.row(row.place(), row.fields().stream().map(CsvSheet::unguarded).toList(), Set.of());
            return true;
        });
    }

    /** Spreadsheets write what their country parts numbers with. */
    private static char separator(String text) {
        var head = text.lines().findFirst().orElse("");
        return List.of('\t', ';', ',').stream()
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .orElse(',');
    }

    private static long count(String head, char separator) {
        return head.chars().filter(letter -> letter == separator).count();
    }

    private static String unguarded(String field) {
        return field.startsWith("'") && field.matches(GUARDED) ? field.substring(1) : field;
    }
}
