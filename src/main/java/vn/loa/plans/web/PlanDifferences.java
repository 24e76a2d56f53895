package vn.loa.plans.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Shows what two people have written differently, side by side, with the names of the fields of rows. */
final class PlanDifferences {
    private final PlanForm mine;
    private final PlanForm theirs;
    private final PlanInWords words;

    /** @param name of a field, of a list for its order, or place of a row @param label of that @param mine what stands there @param theirs the same of the other */
    public record Difference(String name, String label, String mine, String theirs) {}

    private PlanDifferences(PlanForm mine, PlanForm theirs, PlanInWords words) {
        this.mine = mine;
        this.theirs = theirs;
        this.words = words;
    }

    /** @param contested as {@link PlanMerge} names what is a question */
    static List<Difference> of(List<String> contested, PlanForm mine, PlanForm theirs, PlanInWords words) {
        var differences = new PlanDifferences(mine, theirs, words);
        return contested.stream().map(differences::of).toList();
    }

    private Difference of(String name) {
        if (PlanForm.LISTS.containsKey(name)) {
            return new Difference(
                    name, words.order(name), words.names(name, mine.rows(name)), words.names(name, theirs.rows(name)));
        }
        var list = PlanRows.list(name);
        return list.isEmpty()
                ? new Difference(
                        name, words.label(name), words.value(name, mine.get(name)), words.value(name, theirs.get(name)))
                : row(name, list);
    }

    /** Of a row that both have, only what they say differently. */
    private Difference row(String place, String list) {
        var one = PlanRows.placed(list, mine.rows(list)).getOrDefault(place, Map.of());
        var other = PlanRows.placed(list, theirs.rows(list)).getOrDefault(place, Map.of());
        var fields = new LinkedHashSet<>(one.keySet());
        fields.addAll(other.keySet());
        var shown = one.isEmpty() || other.isEmpty() ? fields : different(fields, one, other);
        return new Difference(
                place,
                words.label(list, one.isEmpty() ? other : one),
                words.lines(list, one, shown),
                words.lines(list, other, shown));
    }

    private static Set<String> different(Set<String> fields, Map<String, String> one, Map<String, String> other) {
        return fields.stream()
                .filter(field -> !PlanRows.same(field, one.getOrDefault(field, ""))
                        .equals(PlanRows.same(field, other.getOrDefault(field, ""))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
