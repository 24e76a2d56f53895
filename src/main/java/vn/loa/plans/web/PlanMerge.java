package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What becomes of a form when somebody else has saved the plan meanwhile: what only one of both has written stands, and only what both have written is a question.
 * Each form carries what it began with, as a mark for each field and each row of a list.
 *
 * @param contested fields and places of rows that both have written, and differently; the name of a list is the order of its rows
 * @param taken those that only the other has
 * @param base marks with which the form goes on beside what the other has saved: where nothing is asked, theirs
 */
record PlanMerge(List<String> contested, List<String> taken, String base) {
    PlanMerge {
        contested = List.copyOf(contested);
        taken = List.copyOf(taken);
    }

    /** Marks of what stands in a form. */
    static String marks(PlanForm form) {
        var marks = new LinkedHashMap<String, String>();
        form.fields().forEach(field -> marks.put(field, mark(form, field)));
        PlanForm.LISTS.keySet().forEach(list -> marks.putAll(PlanListMerge.marks(list, form)));
        return written(marks);
    }

    /** @param base what the first began with; where that says nothing of a field, both have written it */
    static PlanMerge of(PlanForm mine, PlanForm theirs, String base) {
        var began = read(base);
        var contested = new ArrayList<String>();
        var taken = new ArrayList<String>();
        var next = new LinkedHashMap<String, String>();
        theirs.fields().forEach(field -> next.put(field, mark(theirs, field)));
        for (var field : PlanForm.differences(mine, theirs)) {
            var before = began.get(field);
            if (mark(mine, field).equals(before)) {
                taken.add(field);
            } else if (!mark(theirs, field).equals(before)) {
                contested.add(field);
                next.put(field, Objects.requireNonNullElse(before, ""));
            }
        }
        for (var list : PlanForm.LISTS.keySet()) {
            var merge = PlanListMerge.of(list, mine, theirs, began);
            contested.addAll(merge.contested());
            taken.addAll(merge.taken());
            next.putAll(merge.next());
        }
        return new PlanMerge(contested, taken, written(next));
    }

    private static String mark(PlanForm form, String field) {
        return PlanRows.mark(Map.of(field, form.get(field)));
    }

    private static String written(Map<String, String> marks) {
        return marks.entrySet().stream()
                .map(mark -> mark.getKey() + "=" + mark.getValue())
                .collect(Collectors.joining(" "));
    }

    private static Map<String, String> read(String marks) {
        var read = new LinkedHashMap<String, String>();
        for (var each : marks.split(" ")) {
            var at = each.indexOf('=');
            if (at > 0) {
                read.put(each.substring(0, at), each.substring(at + 1));
            }
        }
        return read;
    }
}
