package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.WordChanges;

/** What one state of a plan says otherwise than another, field by field and row by row: a row is the same one by what it is called, wherever it stands. */
final class PlanComparison {
    private final PlanForm before;
    private final PlanForm after;
    private final PlanInWords words;
    private final List<Change> changes = new ArrayList<>();

    /** Something that both say differently, or only one of them. @param label of the field, and of its row */
    public record Change(String label, List<WordChanges.Run> runs) {}

    private PlanComparison(PlanForm before, PlanForm after, PlanInWords words) {
        this.before = before;
        this.after = after;
        this.words = words;
    }

    static List<Change> between(PlanForm before, PlanForm after, PlanInWords words) {
        var comparison = new PlanComparison(before, after, words);
        PlanForm.differences(before, after)
                .forEach(name -> comparison.add(
                        words.label(name), words.value(name, before.get(name)), words.value(name, after.get(name))));
        List.of(PlanForm.PROMISES, PlanForm.SECTIONS, PlanForm.BASES, PlanForm.RECIPIENTS)
                .forEach(comparison::list);
        return List.copyOf(comparison.changes);
    }

    private void add(String label, String old, String now) {
        if (!old.equals(now)) {
            changes.add(new Change(label, WordChanges.between(old, now)));
        }
    }

    private void list(String list) {
        var old = PlanRows.named(list, before.rows(list));
        var now = PlanRows.named(list, after.rows(list));
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        for (var name : names) {
            var one = old.getOrDefault(name, Map.of());
            var other = now.getOrDefault(name, Map.of());
            if (one.isEmpty() || other.isEmpty()) {
                add(words.label(list, one.isEmpty() ? other : one), words.whole(list, one), words.whole(list, other));
            } else {
                row(list, one, other);
            }
        }
        if (!common(old, now).equals(common(now, old))) {
            add(words.order(list), words.names(list, old.values()), words.names(list, now.values()));
        }
    }

    private void row(String list, Map<String, String> one, Map<String, String> other) {
        var fields = new LinkedHashSet<>(one.keySet());
        fields.addAll(other.keySet());
        fields.stream()
                .filter(PlanInWords::isRead)
                .forEach(field -> add(
                        words.label(list, other) + " – " + words.label(list + "." + field),
                        words.value(list + "." + field, one.getOrDefault(field, "")),
                        words.value(list + "." + field, other.getOrDefault(field, ""))));
    }

    /** Of the rows of the one those that the other has, too, in order. */
    private static List<String> common(Map<String, ?> one, Map<String, ?> other) {
        return one.keySet().stream().filter(other::containsKey).toList();
    }
}
