package vn.loa.administration;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.common.Csv;
import vn.loa.common.PlainText;

/** What stands in the cells of a table of units, by the names of its columns. Keeps what is wrong with them, and goes on. */
final class UnitCells {
    private static final int LONGEST_NAME = 100;
    private static final Pattern CODE = Pattern.compile("[0-9]{2,10}");

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<UnitFault> faults = new ArrayList<>();

    /** The line with the names of columns. */
    void readHead(Csv.Row row) {
        for (var i = 0; i < row.fields().size(); i++) {
            var name = PlainText.line(row.fields().get(i)).toLowerCase(Locale.ROOT);
            columns.putIfAbsent(name.isEmpty() ? "#" + i : name, i);
        }
    }

    boolean hasHead() {
        return !columns.isEmpty();
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    List<UnitFault> faults() {
        return List.copyOf(faults);
    }

    /** How many things are wrong so far. */
    int wrong() {
        return faults.size();
    }

    String code(Csv.Row row, String column) {
        var code = field(row, column);
        if (!CODE.matcher(code).matches()) {
            fault(row.line(), Kind.BAD_CODE, code);
        }
        return code;
    }

    String name(Csv.Row row, String written, String kind) {
        var name = UnitKinds.kindOf(written).equalsIgnoreCase(kind) ? UnitKinds.withoutKind(written) : written;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fault(row.line(), Kind.NO_NAME, name);
        }
        return name;
    }

    @Nullable LocalDate day(Csv.Row row, String column) {
        var written = field(row, column);
        if (written.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(written);
            if (day.getYear() > 1000 && day.getYear() < 10_000) {
                return day;
            }
        } catch (DateTimeParseException none) {
            // Told below.
        }
        fault(row.line(), Kind.BAD_DAY, written);
        return null;
    }

    @Nullable String filled(Csv.Row row, String column) {
        var written = field(row, column);
        return written.isEmpty() ? null : written;
    }

    String field(Csv.Row row, String column) {
        var at = columns.get(column);
        return at == null || at >= row.fields().size()
                ? ""
                : Normalizer.normalize(PlainText.line(row.fields().get(at)), Normalizer.Form.NFC);
    }

    void fault(int line, Kind kind, String detail) {
        faults.add(
                new UnitFault(line, kind, detail.length() > LONGEST_NAME ? detail.substring(0, LONGEST_NAME) : detail));
    }
}
