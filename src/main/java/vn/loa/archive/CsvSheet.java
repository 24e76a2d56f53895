package vn.loa.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import vn.loa.common.Csv;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.TextDecoder;

/** Reads a sheet that is a text with separators, in whatever encoding Vietnamese texts are written. A few copies of it are in memory. */
final class CsvSheet {
    /** In bytes: 100,000 lines of some 300 letters. */
    static final int LARGEST = 32 << 20;

    /** What a field begins with that {@link Csv} has kept from being a formula. */
    private static final String GUARDED = "'[\\s]*[=+\\-@\\t\\r\\n|%＝＋－＠][\\s\\S]*";

    private CsvSheet() {}

    /** @throws ArchiveRefused when it is too large, or cannot be read without guessing */
    static void read(InputStream content, SheetRows rows) throws IOException {
        var bytes = content.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new ArchiveRefused(Problem.SHEET_TOO_LARGE, (LARGEST >> 20) + " MB");
        }
        if (!(TextDecoder.decode(bytes, "vi") instanceof Decoding.Read read)
                || read.text().indexOf('\0') >= 0) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
        Csv.read(read.text(), separator(read.text()), row -> {
            rows.row(row.line(), row.fields().stream().map(CsvSheet::unguarded).toList(), Set.of());
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
