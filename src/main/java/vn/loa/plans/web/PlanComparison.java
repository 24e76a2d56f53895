package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import vn.loa.catalog.WordChanges;
import vn.loa.common.web.Visit;

/** What one state of a plan says otherwise than another, field by field and row by row: a row is the same one by what it is called, wherever it stands. */
final class PlanComparison {
    private static final Map<String, String> CALLED = Map.of(
            PlanForm.BASES, "reference",
            PlanForm.RECIPIENTS, "name",
            PlanForm.SECTIONS, "anchor",
            PlanForm.PROMISES, "id");

    /** What a row is called to people. */
    private static final Map<String, String> NAMED = Map.of(
            PlanForm.BASES, "reference",
            PlanForm.RECIPIENTS, "name",
            PlanForm.SECTIONS, "title",
            PlanForm.PROMISES, "title.vi");

    /** Names of the system, which are nothing to read. */
    private static final Set<String> UNREAD = Set.of("id", "anchor");

    private final PlanForm before;
    private final PlanForm after;
    private final BiFunction<String, String, String> words;
    private final Visit visit;
    private final List<Change> changes = new ArrayList<>();

    /** Something that both say differently, or only one of them. @param label of the field, and of its row */
    public record Change(String label, List<WordChanges.Run> runs) {}

    private PlanComparison(PlanForm before, PlanForm after, BiFunction<String, String, String> words, Visit visit) {
        this.before = before;
        this.after = after;
        this.words = words;
        this.visit = visit;
    }

    /** @param words for a field and what stands in it: what people read */
    static List<Change> between(
            PlanForm before, PlanForm after, BiFunction<String, String, String> words, Visit visit) {
        var comparison = new PlanComparison(before, after, words, visit);
        PlanForm.differences(before, after).stream()
                .filter(name -> !PlanForm.LISTS.containsKey(name))
                .forEach(name -> comparison.add(
                        visit.textOr("plan.field." + name, "plan.field.other"),
                        words.apply(name, before.get(name)),
                        words.apply(name, after.get(name))));
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
        var old = named(before, list);
        var now = named(after, list);
        var names = new LinkedHashSet<>(now.keySet());
        names.addAll(old.keySet());
        for (var name : names) {
            var one = old.getOrDefault(name, Map.of());
            var other = now.getOrDefault(name, Map.of());
            if (one.isEmpty() || other.isEmpty()) {
                add(label(list, one.isEmpty() ? other : one), whole(list, one), whole(list, other));
            } else {
                row(list, one, other);
            }
        }
        if (!common(old, now).equals(common(now, old))) {
            add(
                    visit.say("plan.compare.order", visit.text("plan.field." + list)),
                    called(list, old),
                    called(list, now));
        }
    }

    private void row(String list, Map<String, String> one, Map<String, String> other) {
        var fields = new LinkedHashSet<>(one.keySet());
        fields.addAll(other.keySet());
        fields.stream()
                .filter(field -> !UNREAD.contains(field))
                .forEach(field -> add(
                        label(list, other) + " – " + label(list, field),
                        said(list, field, one.getOrDefault(field, "")),
                        said(list, field, other.getOrDefault(field, ""))));
    }

    /** By what they are called; of two of one name the second has a number behind it. */
    private static Map<String, Map<String, String>> named(PlanForm form, String list) {
        var rows = new LinkedHashMap<String, Map<String, String>>();
        for (var row : form.rows(list)) {
            var called = row.getOrDefault(CALLED.getOrDefault(list, ""), "");
            var name = called;
            for (var number = 2; rows.containsKey(name); number++) {
                name = called + " " + number;
            }
            rows.put(name, row);
        }
        return rows;
    }

    private String label(String list, Map<String, String> row) {
        return visit.text("plan.field." + list) + ": “" + row.getOrDefault(NAMED.getOrDefault(list, ""), "") + "”";
    }

    private String label(String list, String field) {
        return visit.textOr("plan.field." + list + "." + field, "plan.field.other");
    }

    private String whole(String list, Map<String, String> row) {
        return row.entrySet().stream()
                .filter(field -> !UNREAD.contains(field.getKey()))
                .map(field -> said(list, field.getKey(), field.getValue()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Of the rows of the one those that the other has, too, in order. */
    private static List<String> common(Map<String, ?> one, Map<String, ?> other) {
        return one.keySet().stream().filter(other::containsKey).toList();
    }

    private static String called(String list, Map<String, Map<String, String>> rows) {
        return rows.values().stream()
                .map(row -> row.getOrDefault(NAMED.getOrDefault(list, ""), ""))
                .collect(Collectors.joining("\n"));
    }

    private String said(String list, String field, String value) {
        return words.apply(list + "." + field, value.replace("\r", "").strip());
    }
}
