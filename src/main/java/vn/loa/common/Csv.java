package vn.loa.common;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of tables as RFC 4180 has them, written, so that a spreadsheet shows what somebody wrote and never calculates it: a field that would begin a formula
 * there gets an apostrophe in front.
 */
public final class Csv {
    /** Stands at the very beginning of a file, so that spreadsheets read its letters as UTF-8. */
    public static final String MARK = "\ufeff";

    /** How a cell begins that a spreadsheet takes for a formula, after spaces that it skips; wide forms count as well. */
    private static final String FORMULA = "=+-@\t\r\n|%＝＋－＠";

    private Csv() {}

    /** One row with its end. What is null is empty. */
    public static String row(List<@Nullable String> fields) {
        return fields.stream().map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    /** The same. */
    public static String row(@Nullable String... fields) {
        return Stream.of(fields).map(Csv::field).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String field(@Nullable String text) {
        // Spreadsheets pass over NUL, and would find a formula behind it.
        var plain = text == null ? "" : text.replace("\0", "");
        var bare = plain.stripLeading();
        var first = plain.isEmpty() ? "" : plain.substring(0, 1);
        var isFormula = !plain.isEmpty()
                && (FORMULA.contains(first) || !bare.isEmpty() && FORMULA.contains(bare.substring(0, 1)));
        return '"' + (isFormula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }

    /** A row that was read. @param line of the file on which it begins, from 1 @param place as a spreadsheet counts it: texts of several lines are in one, and empty ones count */
    public record Row(int line, int place, List<String> fields) {
        public Row {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Reads rows one after the other, with fields in quotes or without. Empty lines are left out. A quote that is never closed takes the rest as one field.
     *
     * @param separator between fields
     * @param each is given every row; reading ends when it answers false
     */
    public static void read(String text, char separator, Predicate<Row> each) {
        try {
            read(new StringReader(text), separator, Integer.MAX_VALUE, Integer.MAX_VALUE, each);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory is always there", e);
        }
    }

    /**
     * The same of a text that is not in memory as a whole.
     *
     * @param longest in characters: the rest of a longer field is left out
     * @param most further fields of a row are left out
     */
    public static void read(Reader text, char separator, int longest, int most, Predicate<Row> each)
            throws IOException {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        var line = 1;
        var begin = 1;
        var place = 1;
        var next = text.read();
        for (var ended = false; !ended; ) {
            ended = next < 0;
            var c = ended ? '\n' : (char) next;
            next = ended ? -1 : text.read();
            if (c == '\n') {
                line++;
            }
            if (quoted && !ended) {
                if (c == '"' && next == '"') {
                    add(c, field, longest);
                    next = text.read();
                } else if (c == '"') {
                    quoted = false;
                } else {
                    add(c, field, longest);
                }
            } else if (c == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (c == separator || c == '\n') {
                if (fields.size() < most) {
                    fields.add(c == '\n' ? field.toString().replace("\r", "") : field.toString());
                }
                field.setLength(0);
                if (c == '\n') {
                    if ((fields.size() > 1 || !fields.get(0).isBlank()) && !each.test(new Row(begin, place, fields))) {
                        return;
                    }
                    fields.clear();
                    begin = line;
                    place++;
                }
            } else {
                add(c, field, longest);
            }
        }
    }

    private static void add(char c, StringBuilder field, int longest) {
        if (field.length() < longest) {
            field.append(c);
        }
    }
}
