package vn.loa.common;

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

    /** A row that was read. @param line of the file on which it begins, from 1 */
    public record Row(int line, List<String> fields) {
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
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        var line = 1;
        var begin = 1;
        for (var i = 0; i <= text.length(); i++) {
            var c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '\n') {
                line++;
            }
            if (quoted && i < text.length()) {
                if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append('"');
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    field.append(c);
                }
            } else if (c == '"' && field.toString().isBlank()) {
                field.setLength(0);
                quoted = true;
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (c == '\n') {
                fields.add(field.toString().replace("\r", ""));
                field.setLength(0);
                if (fields.size() > 1 || !fields.get(0).isBlank()) {
                    if (!each.test(new Row(begin, fields))) {
                        return;
                    }
                }
                fields.clear();
                begin = line;
            } else {
                field.append(c);
            }
        }
    }
}
