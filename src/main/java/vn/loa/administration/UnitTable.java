package vn.loa.administration;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.common.Csv;

/**
 * Reads a table of administrative units: one of units of today, with columns code, name, type and those that it likes of level, province_code or parent,
 * valid_from, valid_to and successors, where a column that is missing says nothing; or the official one of what each former commune has become, with old_commune_code and new_code. Tells what is wrong line
 * by line, and goes on.
 */
final class UnitTable {
    /** More units than the country has ever had. */
    static final int MOST_ROWS = 100_000;

    private static final Pattern BETWEEN = Pattern.compile("[;| ]+");
    private final List<UnitRow> rows = new ArrayList<>();
    private final UnitCells cells = new UnitCells();
    private final FormerUnits formerUnits = new FormerUnits(cells);
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
            table.cells.fault(0, Kind.ENCODING, "");
        }
        return table;
    }

    /** Those that could be read. */
    List<UnitRow> rows() {
        return List.copyOf(rows);
    }

    List<UnitFault> faults() {
        return cells.faults();
    }

    private void read(String text) {
        if (text.indexOf('\0') >= 0) {
            cells.fault(0, Kind.ENCODING, "");
            return;
        }
        var head = text.lines().findFirst().orElse("");
        var separator = head.contains(";") && !head.contains(",") ? ';' : head.contains("\t") ? '\t' : ',';
        Csv.read(text, separator, row -> {
            if (!cells.hasHead()) {
                return readHead(row);
            }
            read++;
            if (read > MOST_ROWS) {
                cells.fault(row.line(), Kind.TOO_MANY_ROWS, String.valueOf(MOST_ROWS));
                return false;
            }
            if (cells.has(FormerUnits.MARK)) {
                formerUnits.read(row);
            } else {
                readUnit(row);
            }
            return true;
        });
        if (read == 0 && cells.wrong() == 0) {
            cells.fault(0, Kind.EMPTY, "");
        }
        rows.addAll(formerUnits.rows());
    }

    private boolean readHead(Csv.Row row) {
        cells.readHead(row);
        var wanted = cells.has(FormerUnits.MARK) ? FormerUnits.COLUMNS : List.of("code", "name", "type");
        var missing = wanted.stream().filter(name -> !cells.has(name)).toList();
        if (!missing.isEmpty()) {
            cells.fault(row.line(), Kind.MISSING_COLUMNS, String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    private void readUnit(Csv.Row row) {
        var before = cells.wrong();
        var code = cells.code(row, "code");
        var above = cells.has("parent") ? "parent" : "province_code";
        var parent = cells.has(above) ? cells.field(row, above) : null;
        var kind = cells.field(row, "type");
        var level = UnitKinds.level(kind, parent, cells.field(row, "level"));
        if (level == null) {
            cells.fault(row.line(), Kind.UNKNOWN_KIND, kind);
        }
        var name = cells.name(row, cells.field(row, "name"), kind);
        var from = cells.day(row, "valid_from");
        var to = cells.day(row, "valid_to");
        if (from != null && to != null && !to.isAfter(from)) {
            cells.fault(row.line(), Kind.REVERSED, from + ", " + to);
        }
        var successors = BETWEEN.splitAsStream(cells.field(row, "successors"))
                .filter(each -> !each.isEmpty())
                .toList();
        if (level != null && cells.wrong() == before) {
            rows.add(new UnitRow(
                    row.line(),
                    code,
                    name,
                    kind,
                    level,
                    parent,
                    from,
                    to,
                    cells.has("valid_to"),
                    to != null,
                    successors,
                    cells.has("successors")));
        }
    }
}
