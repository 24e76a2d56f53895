package vn.loa.administration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.common.Csv;
import vn.loa.common.PlainText;
import vn.loa.taxonomy.Level;

/**
 * Reads a table of administrative units: one of units of today, with columns code, name, type and those that it likes of level, province_code or parent,
 * valid_from, valid_to and successors, where a column that is missing says nothing; or the official one of what each former commune has become, with old_commune_code and new_code. Tells what is wrong line
 * by line, and goes on.
 */
final class UnitTable {
    /** More units than the country has ever had. */
    static final int MOST_ROWS = 100_000;

    private static final int LONGEST_NAME = 100;
    private static final Pattern CODE = Pattern.compile("[0-9]{2,10}");
    private static final Pattern BETWEEN = Pattern.compile("[;| ]+");
    private final List<UnitRow> rows = new ArrayList<>();
    private final List<UnitFault> faults = new ArrayList<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Map<String, List<String>> formerSuccessors = new LinkedHashMap<>();
    private final Map<String, UnitRow> formerUnits = new LinkedHashMap<>();
    private int read;

    private UnitTable() {}

    static UnitTable read(byte[] content) {
        var table = new UnitTable();
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            table.read(text.startsWith(Csv.MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException other) {
            table.fault(0, Kind.ENCODING, "");
        }
        return table;
    }

    /** Those that could be read. */
    List<UnitRow> rows() {
        return List.copyOf(rows);
    }

    List<UnitFault> faults() {
        return List.copyOf(faults);
    }

    private void read(String text) {
        if (text.indexOf('\0') >= 0) {
            fault(0, Kind.ENCODING, "");
            return;
        }
        var head = text.lines().findFirst().orElse("");
        var separator = head.contains(";") && !head.contains(",") ? ';' : head.contains("\t") ? '\t' : ',';
        Csv.read(text, separator, row -> {
            if (columns.isEmpty()) {
                return readHead(row);
            }
            read++;
            if (read > MOST_ROWS) {
                fault(row.line(), Kind.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
                return false;
            }
            if (columns.containsKey("old_commune_code")) {
                readFormer(row);
            } else {
                readUnit(row);
            }
            return true;
        });
        if (read == 0 && faults.isEmpty()) {
            fault(0, Kind.EMPTY, "");
        }
        formerUnits.forEach((code, unit) -> rows.add(new UnitRow(
                unit.line(),
                unit.code(),
                unit.name(),
                unit.kind(),
                unit.level(),
                unit.parent(),
                null,
                null,
                false,
                true,
                formerSuccessors.getOrDefault(code, List.of()))));
    }

    private boolean readHead(Csv.Row row) {
        for (var i = 0; i < row.fields().size(); i++) {
            var name = PlainText.line(row.fields().get(i)).toLowerCase(Locale.ROOT);
            columns.putIfAbsent(name.isEmpty() ? "#" + i : name, i);
        }
        var wanted = columns.containsKey("old_commune_code")
                ? List.of("old_commune_code", "old_commune", "new_code")
                : List.of("code", "name", "type");
        var missing = wanted.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            fault(row.line(), Kind.MISSING_COLUMNS, String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private void readUnit(Csv.Row row) {
        var before = faults.size();
        var code = code(row, "code");
        var above = columns.containsKey("parent") ? "parent" : "province_code";
        var parent = columns.containsKey(above) ? field(row, above) : null;
        var kind = field(row, "type");
        var level = UnitKinds.level(kind, parent, field(row, "level"));
        if (level == null) {
            fault(row.line(), Kind.UNKNOWN_KIND, kind);
        }
        var name = name(row, field(row, "name"), kind);
        var from = day(row, "valid_from");
        var to = day(row, "valid_to");
        if (from != null && to != null && !to.isAfter(from)) {
            fault(row.line(), Kind.REVERSED, from + ", " + to);
        }
        var successors = BETWEEN.splitAsStream(field(row, "successors"))
                .filter(each -> !each.isEmpty())
                .toList();
        if (level != null && faults.size() == before) {
            rows.add(new UnitRow(
                    row.line(),
                    code,
                    name,
                    kind,
                    level,
                    parent,
                    from,
                    to,
                    columns.containsKey("valid_to"),
                    to != null,
                    successors));
        }
    }

    /** One line for each unit that a former one, or a part of it, has become. Its district comes along. */
    private void readFormer(Csv.Row row) {
        var before = faults.size();
        var code = code(row, "old_commune_code");
        var whole = field(row, "old_commune");
        var kind = UnitKinds.kindOf(whole);
        if (kind.isEmpty()) {
            fault(row.line(), Kind.UNKNOWN_KIND, whole);
        }
        name(row, whole, kind);
        var next = code(row, "new_code");
        var district = field(row, "old_district_code");
        if (faults.size() != before) {
            return;
        }
        if (!district.isEmpty()) {
            code(row, "old_district_code");
            var called = field(row, "old_district");
            name(row, called, UnitKinds.kindOf(called));
            if (faults.size() != before) {
                return;
            }
            formerUnits.computeIfAbsent(
                    district,
                    none -> new UnitRow(
                            row.line(),
                            district,
                            UnitKinds.withoutKind(called),
                            UnitKinds.kindOf(called).isEmpty() ? "Huyện" : UnitKinds.kindOf(called),
                            Level.DISTRICT,
                            filled(row, "old_province_code"),
                            null,
                            null,
                            false,
                            true,
                            List.of()));
            succeeds(district, next);
        }
        formerUnits.computeIfAbsent(
                code,
                none -> new UnitRow(
                        row.line(),
                        code,
                        UnitKinds.withoutKind(whole),
                        kind,
                        Level.COMMUNE,
                        district.isEmpty() ? null : district,
                        null,
                        null,
                        false,
                        true,
                        List.of()));
        succeeds(code, next);
    }

    private void succeeds(String former, String next) {
        var all = formerSuccessors.computeIfAbsent(former, none -> new ArrayList<>());
        if (!all.contains(next)) {
            all.add(next);
        }
    }

    private String code(Csv.Row row, String column) {
        var code = field(row, column);
        if (!CODE.matcher(code).matches()) {
            fault(row.line(), Kind.BAD_CODE, code);
        }
        return code;
    }

    private String name(Csv.Row row, String written, String kind) {
        var name = UnitKinds.kindOf(written).equalsIgnoreCase(kind) ? UnitKinds.withoutKind(written) : written;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            fault(row.line(), Kind.NO_NAME, name);
        }
        return name;
    }

    private @Nullable LocalDate day(Csv.Row row, String column) {
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

    private @Nullable String filled(Csv.Row row, String column) {
        var written = field(row, column);
        return written.isEmpty() ? null : written;
    }

    private String field(Csv.Row row, String column) {
        var at = columns.get(column);
        return at == null || at >= row.fields().size()
                ? ""
                : Normalizer.normalize(PlainText.line(row.fields().get(at)), Normalizer.Form.NFC);
    }

    private void fault(int line, Kind kind, String detail) {
        faults.add(
                new UnitFault(line, kind, detail.length() > LONGEST_NAME ? detail.substring(0, LONGEST_NAME) : detail));
    }
}
