package vn.loa.administration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.common.Csv;
import vn.loa.taxonomy.Level;

/**
 * The official table of what each former commune has become: a line for each unit that a former one, or a part of it, is now. The
 * district of a former commune comes along with it.
 */
final class FormerUnits {
    /** Which tells such a table from one of units of today. */
    static final String MARK = "old_commune_code";

    static final List<String> COLUMNS = List.of(MARK, "old_commune", "new_code");

    private final UnitCells cells;
    private final Map<String, List<String>> successors = new LinkedHashMap<>();
    private final Map<String, UnitRow> units = new LinkedHashMap<>();

    FormerUnits(UnitCells cells) {
        this.cells = cells;
    }

    /** Those of all lines that could be read, with all that they have become. */
    List<UnitRow> rows() {
        return units.entrySet().stream()
                .map(unit -> unit.getValue().becoming(successors.getOrDefault(unit.getKey(), List.of())))
                .toList();
    }

    void read(Csv.Row row) {
        var before = cells.wrong();
        var code = cells.code(row, MARK);
        var whole = cells.field(row, "old_commune");
        var kind = UnitKinds.kindOf(whole);
        if (kind.isEmpty()) {
            cells.fault(row.line(), Kind.UNKNOWN_KIND, whole);
        }
        cells.name(row, whole, kind);
        var next = cells.code(row, "new_code");
        var district = cells.field(row, "old_district_code");
        if (cells.wrong() != before) {
            return;
        }
        if (!district.isEmpty()) {
            cells.code(row, "old_district_code");
            var called = cells.field(row, "old_district");
            cells.name(row, called, UnitKinds.kindOf(called));
            if (cells.wrong() != before) {
                return;
            }
            units.computeIfAbsent(
                    district,
                    none -> UnitRow.former(
                            row.line(),
                            district,
                            UnitKinds.withoutKind(called),
                            UnitKinds.kindOf(called).isEmpty() ? "Huyện" : UnitKinds.kindOf(called),
                            Level.DISTRICT,
                            cells.filled(row, "old_province_code")));
            succeeds(district, next);
        }
        units.computeIfAbsent(
                code,
                none -> UnitRow.former(
                        row.line(),
                        code,
                        UnitKinds.withoutKind(whole),
                        kind,
                        Level.COMMUNE,
                        district.isEmpty() ? null : district));
        succeeds(code, next);
    }

    private void succeeds(String former, String next) {
        var all = successors.computeIfAbsent(former, none -> new ArrayList<>());
        if (!all.contains(next)) {
            all.add(next);
        }
    }
}
