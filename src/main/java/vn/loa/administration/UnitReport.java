package vn.loa.administration;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import vn.loa.common.Coded;
import vn.loa.common.Jsons;

/**
 * What a table of units would do, as it was when it was checked.
 *
 * @param added units that are new, @param changed that would be changed, @param same that are so already
 * @param faults the first of those in it, @param allFaults how many there are
 * @param examples of what is new or would be changed, in words: first of what becomes something no longer
 * @param lost how many units would lose something that they have become
 */
public record UnitReport(
        int rows,
        int added,
        int changed,
        int same,
        int lost,
        List<UnitFault> faults,
        int allFaults,
        List<String> examples) {
    private static final int MOST_TOLD = 500;
    private static final int EXAMPLES = 20;

    public UnitReport {
        faults = List.copyOf(faults);
        examples = List.copyOf(examples);
    }

    static UnitReport of(UnitChanges changes) {
        var faults = changes.faults();
        var examples = new ArrayList<String>();
        var lost = changes.lost();
        changes.added().stream().limit(EXAMPLES).forEach(unit -> examples.add("+ " + words(unit)));
        changes.changed().stream()
                .sorted(Comparator.comparing(unit -> !lost.containsKey(unit.key())))
                .limit(EXAMPLES)
                .forEach(unit ->
                        examples.add("~ " + words(unit) + become(" ↛ ", lost.getOrDefault(unit.key(), Set.of()))));
        return new UnitReport(
                changes.rows(),
                changes.added().size(),
                changes.changed().size(),
                changes.same(),
                lost.size(),
                faults.stream().limit(MOST_TOLD).toList(),
                faults.size(),
                examples);
    }

    private static String words(Unit unit) {
        var to = unit.to();
        return unit.code() + " " + unit.kind() + " " + unit.name()
                + (unit.parent().isEmpty() ? "" : " ∈ " + unit.parent()) + " · " + unit.from()
                + (to == null ? "" : " – " + to)
                + become(" → ", unit.successors());
    }

    private static String become(String mark, Set<String> successors) {
        return successors.isEmpty() ? "" : mark + String.join(", ", successors);
    }

    /** Whether the table can be carried out. */
    public boolean isGood() {
        return allFaults == 0 && added + changed > 0;
    }

    /** Whether as much would happen as in another report. */
    boolean countsAs(UnitReport other) {
        return added == other.added && changed == other.changed && same == other.same && lost == other.lost;
    }

    String toJson() {
        var told = Jsons.array();
        faults.forEach(fault -> told.add(Jsons.object()
                .add("line", fault.line())
                .add("kind", fault.kind().code())
                .add("detail", fault.detail())));
        return Jsons.object()
                .add("rows", rows)
                .add("added", added)
                .add("changed", changed)
                .add("same", same)
                .add("lost", lost)
                .add("faults", told)
                .add("allFaults", allFaults)
                .add("examples", Jsons.array(examples))
                .build()
                .toString();
    }

    static UnitReport parse(String json) {
        try (var reader = Jsons.reader(new StringReader(json))) {
            var report = reader.readObject();
            return new UnitReport(
                    report.getInt("rows"),
                    report.getInt("added"),
                    report.getInt("changed"),
                    report.getInt("same"),
                    report.getInt("lost", 0),
                    report.getJsonArray("faults").getValuesAs(JsonObject.class).stream()
                            .map(fault -> new UnitFault(
                                    fault.getInt("line"),
                                    Coded.of(UnitFault.Kind.class, fault.getString("kind")),
                                    fault.getString("detail")))
                            .toList(),
                    report.getInt("allFaults"),
                    report.getJsonArray("examples").getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList());
        }
    }
}
