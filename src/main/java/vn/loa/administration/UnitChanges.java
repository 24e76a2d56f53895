package vn.loa.administration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.loa.administration.UnitFault.Kind;
import vn.loa.taxonomy.Level;

/** What a table of units would change of those that there are. Knows no database. */
final class UnitChanges {
    private final UnitTable table;
    private final UnitDays days;
    private final UnitsInTime units;
    private final Map<String, UnitRow> rowOf = new HashMap<>();
    private final List<UnitFault> faults = new ArrayList<>();
    private final List<Unit> added = new ArrayList<>();
    private final List<Unit> changed = new ArrayList<>();
    private int same;

    UnitChanges(UnitTable table, List<Unit> present, UnitDays days) {
        this.table = table;
        this.days = days;
        this.units = new UnitsInTime(present);
        faults.addAll(table.faults());
        table.rows().forEach(this::identify);
        // No two units have one code at the same time. What the table ends has ended.
        units.wantedCodes()
                .forEach(code -> units.meetings(code, (one, other) -> {
                    meet(one, other);
                    meet(other, one);
                }));
        var resolved = new LinkedHashMap<String, Unit>();
        units.wanted().forEach(unit -> {
            var row = rowOf.get(unit.key());
            if (row != null) {
                resolved.put(unit.key(), resolve(unit, row));
            }
        });
        resolved.values().forEach(this::rank);
        present.stream().filter(unit -> !units.isWanted(unit.key())).forEach(below -> {
            var above = resolved.get(below.parent());
            if (above != null && isOfOtherLevel(above)) {
                rank(below, above, above);
            }
        });
        resolved.values().forEach(this::compare);
    }

    /** Which unit a row means: one that there is, or a new one. */
    private void identify(UnitRow row) {
        var there = units.knownOf(row.code());
        var explicit = row.from();
        var to = end(row);
        var from = explicit != null
                ? explicit
                : there.stream()
                        .filter(unit -> unit.name().equalsIgnoreCase(row.name()))
                        .filter(unit ->
                                to == null ? unit.to() == null : unit.from().isBefore(to))
                        .filter(unit -> !units.isWanted(unit.key()))
                        .map(Unit::from)
                        .max(LocalDate::compareTo)
                        .orElse(to == null ? days.unitsFrom() : days.formerFrom());
        var before = units.known(row.code() + "@" + from);
        var unit = new Unit(
                row.code(), from, to, row.name(), row.kind(), level(row, before), above(row, before), Set.of());
        if (to != null && !to.isAfter(from)) {
            faults.add(new UnitFault(row.line(), Kind.REVERSED, from + ", " + to));
            return;
        }
        if (!units.want(unit)) {
            faults.add(new UnitFault(row.line(), Kind.DUPLICATE, unit.key()));
            return;
        }
        rowOf.put(unit.key(), row);
    }

    /** What the table does not say stays. */
    private @Nullable LocalDate end(UnitRow row) {
        if (row.to() != null || row.saysEnd()) {
            return row.to();
        }
        var before = row.from() == null ? null : units.known(row.code() + "@" + row.from());
        return row.former() ? days.formerUntil() : before == null ? null : before.to();
    }

    private static String above(UnitRow row, @Nullable Unit before) {
        var parent = row.parent();
        return parent != null ? parent : before == null ? "" : before.parent();
    }

    /** A city is a province where nothing is above it; where the table does not say whether, it stays what it is. */
    private static Level level(UnitRow row, @Nullable Unit before) {
        var isSilent = row.parent() == null && row.level() == Level.PROVINCE;
        return isSilent
                        && before != null
                        && !before.parent().isEmpty()
                        && before.kind().equalsIgnoreCase(row.kind())
                ? before.level()
                : row.level();
    }

    private void meet(Unit unit, Unit other) {
        if (units.isWanted(unit.key())) {
            faults.add(new UnitFault(line(unit), Kind.OVERLAP, other.key() + " " + other.kind() + " " + other.name()));
        }
    }

    private int line(Unit unit) {
        var row = rowOf.get(unit.key());
        return row == null ? 0 : row.line();
    }

    private Unit resolve(Unit unit, UnitRow row) {
        var parent = unit.parent().isEmpty()
                ? ""
                : units.at(unit.parent(), unit.from(), unit.to()).orElse("");
        if (parent.isEmpty() && !unit.parent().isEmpty()) {
            faults.add(new UnitFault(row.line(), Kind.UNKNOWN_PARENT, unit.parent()));
        }
        var successors = new TreeSet<String>();
        for (var written : row.successors()) {
            var to = unit.to();
            var successor = to == null ? Optional.<String>empty() : units.at(written, to, null);
            successor.ifPresentOrElse(
                    successors::add, () -> faults.add(new UnitFault(row.line(), Kind.UNKNOWN_SUCCESSOR, written)));
        }
        var before = units.known(unit.key());
        if (before != null && !row.saysSuccessors()) {
            successors.addAll(before.successors());
        }
        return new Unit(
                unit.code(), unit.from(), unit.to(), unit.name(), unit.kind(), unit.level(), parent, successors);
    }

    /** What is above a unit ranks above it: so none is above itself, by whatever way round. */
    private void rank(Unit unit) {
        var above = units.find(unit.parent());
        if (above != null) {
            rank(unit, above, unit);
        }
    }

    private void rank(Unit unit, Unit above, Unit told) {
        if (above.level().compareTo(unit.level()) >= 0) {
            faults.add(new UnitFault(
                    line(told),
                    Kind.WRONG_LEVEL,
                    above.kind() + " " + above.name() + " > " + unit.kind() + " " + unit.name()));
        }
    }

    private boolean isOfOtherLevel(Unit unit) {
        var before = units.known(unit.key());
        return before != null && before.level() != unit.level();
    }

    private void compare(Unit unit) {
        var before = units.known(unit.key());
        if (before == null) {
            added.add(unit);
        } else if (before.equals(unit)) {
            same++;
        } else {
            changed.add(unit);
        }
    }

    /** In the order of the table. */
    List<UnitFault> faults() {
        return faults.stream()
                .sorted((one, other) -> Integer.compare(one.line(), other.line()))
                .toList();
    }

    List<Unit> added() {
        return List.copyOf(added);
    }

    List<Unit> changed() {
        return List.copyOf(changed);
    }

    /** What units that are changed become no longer, by their keys: of those alone that lose any. */
    Map<String, Set<String>> lost() {
        var lost = new LinkedHashMap<String, Set<String>>();
        for (var unit : changed) {
            var before = new TreeSet<>(
                    Objects.requireNonNull(units.known(unit.key())).successors());
            before.removeAll(unit.successors());
            if (!before.isEmpty()) {
                lost.put(unit.key(), before);
            }
        }
        return lost;
    }

    /** How many are as the table has them already. */
    int same() {
        return same;
    }

    int rows() {
        return table.rows().size();
    }
}
