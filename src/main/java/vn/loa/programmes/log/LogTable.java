package vn.loa.programmes.log;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Coded;
import vn.loa.common.Csv;
import vn.loa.common.PlainText;
import vn.loa.common.encoding.Decoding;
import vn.loa.common.encoding.TextDecoder;

/**
 * A table of broadcasts as a text with separators, in whatever encoding Vietnamese texts are written. It is in memory as a whole, so it is small; of its lines only
 * one is at a time.
 */
final class LogTable {
    /** In bytes. */
    static final int LARGEST = 8 << 20;

    /** A commune airs a few thousand things in a month. */
    static final int MOST_LINES = 50_000;

    private static final int LONGEST_CELL = 2_000;
    private static final int MOST_COLUMNS = 50;

    private final String text;
    private final char separator;
    private final List<@Nullable LogColumn> columns;

    private LogTable(String text, char separator, List<@Nullable LogColumn> columns) {
        this.text = text;
        this.separator = separator;
        this.columns = columns;
    }

    /** Why nothing of a table is taken. */
    enum Problem implements Coded {
        TOO_LARGE,
        TOO_MANY_LINES,
        ENCODING,
        EMPTY,
        MISSING_COLUMNS,
        UNKNOWN_COLUMNS,
        COLUMN_TWICE
    }

    /** Nothing of it is taken. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Problem problem;
        private final String detail;

        /** @param detail names of columns, or a number */
        Refused(Problem problem, String detail) {
            super(problem + " " + detail, null, false, false);
            this.problem = problem;
            this.detail = detail;
        }

        Problem problem() {
            return problem;
        }

        String detail() {
            return detail;
        }
    }

    /** A line. @param number in the file, from 1 */
    record Line(int number, Map<LogColumn, String> cells) {
        String cell(LogColumn column) {
            return Objects.requireNonNullElse(cells.get(column), "");
        }
    }

    @FunctionalInterface
    interface Each {
        void take(Line line);
    }

    /** @param bytes at most {@value #LARGEST} @throws Refused when it cannot be read, has other columns than it should, or too many lines */
    static LogTable of(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new Refused(Problem.TOO_LARGE, String.valueOf(LARGEST >> 20));
        }
        if (!(TextDecoder.decode(bytes, "vi") instanceof Decoding.Read read)
                || read.text().indexOf('\0') >= 0) {
            throw new Refused(Problem.ENCODING, "");
        }
        var text = read.text();
        var separator = separator(text);
        var head = new ArrayList<String>();
        var lines = new int[1];
        read(text, separator, row -> {
            if (head.isEmpty()) {
                head.addAll(row.fields());
            } else {
                lines[0]++;
            }
            return lines[0] <= MOST_LINES;
        });
        var columns = head.isEmpty() ? List.<@Nullable LogColumn>of() : columns(head);
        if (lines[0] == 0) {
            throw new Refused(Problem.EMPTY, "");
        }
        if (lines[0] > MOST_LINES) {
            throw new Refused(Problem.TOO_MANY_LINES, String.valueOf(MOST_LINES));
        }
        return new LogTable(text, separator, columns);
    }

    private static void read(String text, char separator, Predicate<Csv.Row> each) {
        try {
            Csv.read(new StringReader(text), separator, LONGEST_CELL, MOST_COLUMNS, each);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory is always there", e);
        }
    }

    private static List<@Nullable LogColumn> columns(List<String> head) {
        var columns = new ArrayList<@Nullable LogColumn>();
        var unknown = new ArrayList<String>();
        for (var name : head) {
            var written = PlainText.line(name);
            var column = LogColumn.find(written).orElse(null);
            if (column == null && !written.isEmpty()) {
                unknown.add(written);
            }
            if (column != null && columns.contains(column)) {
                throw new Refused(Problem.COLUMN_TWICE, column.header());
            }
            columns.add(column);
        }
        var missing = Arrays.stream(LogColumn.values())
                .filter(column -> column.isRequired() && !columns.contains(column))
                .map(LogColumn::header)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new Refused(Problem.MISSING_COLUMNS, missing);
        }
        if (!unknown.isEmpty()) {
            throw new Refused(Problem.UNKNOWN_COLUMNS, String.join(", ", unknown));
        }
        return columns;
    }

    /** Its lines one after the other, without the names of the columns. */
    void read(Each each) {
        var begun = new boolean[1];
        read(text, separator, row -> {
            if (begun[0]) {
                each.take(line(row));
            }
            begun[0] = true;
            return true;
        });
    }

    private Line line(Csv.Row row) {
        var cells = new EnumMap<LogColumn, String>(LogColumn.class);
        for (var i = 0; i < Math.min(columns.size(), row.fields().size()); i++) {
            var column = columns.get(i);
            if (column != null) {
                cells.put(column, PlainText.line(row.fields().get(i)));
            }
        }
        return new Line(row.line(), cells);
    }

    /** Spreadsheets write what their country parts numbers with. */
    private static char separator(String text) {
        var head = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return List.of('\t', ';', ',').stream()
                .max((one, other) -> Long.compare(count(head, one), count(head, other)))
                .orElse(',');
    }

    private static long count(String head, char separator) {
        return head.chars().filter(letter -> letter == separator).count();
    }
}
