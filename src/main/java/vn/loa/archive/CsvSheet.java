package vn.loa.archive;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.loa.common.Csv;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.TextDecoder;
import vn.loa.common.encoding.TextEncoding;

/**
 * Reads a sheet that is a text with separators, in whatever encoding Vietnamese texts are written. The beginning tells which; then Unicode is read as it comes, so that memory does not grow with it. Older encodings are short, and read as
 * a whole.
 */
final class CsvSheet {
    /** In bytes. */
    static final long LARGEST = 256L << 20;

    /** Of a text in an older encoding, in bytes. */
    private static final int LARGEST_OLD = 4 << 20;

    private static final int BEGINNING = 1 << 18;

    private static final Map<TextEncoding, Charset> UNICODE = Map.of(
            TextEncoding.UTF_8, StandardCharsets.UTF_8,
            TextEncoding.UTF_16LE, StandardCharsets.UTF_16LE,
            TextEncoding.UTF_16BE, StandardCharsets.UTF_16BE);

    /** What a field begins with that {@link Csv} has kept from being a formula. */
    private static final Pattern GUARDED = Pattern.compile("'\\s*[=+\\-@\\t\\r\\n|%＝＋－＠].*", Pattern.DOTALL);

    private CsvSheet() {}

    /** @throws ArchiveRefused when it is too large, or cannot be read without guessing */
    static void read(InputStream content, SheetRows rows) throws IOException {
        var begin = content.readNBytes(BEGINNING);
        var decoding = TextDecoder.decode(begin.length < BEGINNING ? begin : upToLine(begin), "vi");
        var charset = decoding instanceof Decoding.Read read ? UNICODE.get(read.encoding()) : null;
        if (charset != null && decoding instanceof Decoding.Read read && read.turn() != Decoding.Turn.TURNED_BACK) {
            var whole = new SequenceInputStream(new ByteArrayInputStream(begin), content);
            stream(new LimitedStream(whole, LARGEST), charset, read.text(), rows);
        } else {
            old(begin, content, rows);
        }
    }

    /** Of text that is cut somewhere, as much as has whole letters in every encoding. */
    private static byte[] upToLine(byte[] begin) {
        var end = begin.length;
        while (end > 2 && begin[end - 1] != '\n' && begin[end - 2] != '\n') {
            end--;
        }
        // In UTF-16 a line end has two bytes.
        return Arrays.copyOf(begin, end - end % 2);
    }

    private static void stream(InputStream content, Charset charset, String begin, SheetRows rows) throws IOException {
        var strict = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var reader = new BufferedReader(new InputStreamReader(content, strict));
        reader.mark(1);
        if (reader.read() != Csv.MARK.charAt(0)) {
            reader.reset();
        }
        try {
            Csv.read(reader, separator(begin), row -> give(row, rows));
        } catch (CharacterCodingException damaged) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
    }

    private static void old(byte[] begin, InputStream content, SheetRows rows) throws IOException {
        var rest = content.readNBytes(LARGEST_OLD + 1);
        if (begin.length + rest.length > LARGEST_OLD) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
        var all = Arrays.copyOf(begin, begin.length + rest.length);
        System.arraycopy(rest, 0, all, begin.length, rest.length);
        if (!(TextDecoder.decode(all, "vi") instanceof Decoding.Read read)) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
        Csv.read(read.text(), separator(read.text()), row -> give(row, rows));
    }

    private static boolean give(Csv.Row row, SheetRows rows) {
        if (row.fields().stream().anyMatch(field -> field.indexOf('\0') >= 0)) {
            throw new ArchiveRefused(Problem.ENCODING, "");
        }
        rows.row(row.line(), row.fields().stream().map(CsvSheet::unguarded).toList(), Set.of());
        return true;
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
        return field.startsWith("'") && GUARDED.matcher(field).matches() ? field.substring(1) : field;
    }
}
