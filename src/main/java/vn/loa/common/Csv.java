package vn.loa.common;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows of tables as RFC 4180 has them, so that a spreadsheet shows what somebody wrote and never calculates it: a field that would begin a formula
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
        var plain = text == null ? "" : text;
        var bare = plain.stripLeading();
        var first = plain.isEmpty() ? "" : plain.substring(0, 1);
        var isFormula = !plain.isEmpty()
                && (FORMULA.contains(first) || !bare.isEmpty() && FORMULA.contains(bare.substring(0, 1)));
        return '"' + (isFormula ? "'" : "") + plain.replace("\"", "\"\"").replace("\0", "") + '"';
    }
}
