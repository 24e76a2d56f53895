package vn.loa.plans.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What becomes of a form when somebody else has saved the plan meanwhile: what only one of both has written stands, and only what both have written is a question.
 * Each form carries what it began with, as a mark for each field and list.
 *
 * @param contested fields and lists that both have written, and differently
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
        return names(form).map(name -> name + "=" + mark(form, name)).collect(Collectors.joining(" "));
    }

    /** @param base what the first began with; where that says nothing of a field, both have written it */
    static PlanMerge of(PlanForm mine, PlanForm theirs, String base) {
        var began = read(base);
        var contested = new ArrayList<String>();
        var taken = new ArrayList<String>();
        for (var name : PlanForm.differences(mine, theirs)) {
            var before = began.get(name);
            if (mark(mine, name).equals(before)) {
                taken.add(name);
            } else if (!mark(theirs, name).equals(before)) {
                contested.add(name);
            }
        }
        var next = names(theirs)
                .map(name -> name + "="
                        + (contested.contains(name)
                                ? Objects.requireNonNullElse(began.get(name), "")
                                : mark(theirs, name)))
                .collect(Collectors.joining(" "));
        return new PlanMerge(contested, taken, next);
    }

    private static Stream<String> names(PlanForm form) {
        return Stream.of(PlanForm.FIELDS, form.getCarried(), PlanForm.LISTS.keySet())
                .flatMap(Collection::stream);
    }

    private static String mark(PlanForm form, String name) {
        var text = form.text(name).replace("\r", "").strip();
        return Integer.toHexString(text.hashCode()) + "." + text.length();
    }

    private static Map<String, String> read(String marks) {
        var read = new HashMap<String, String>();
        for (var each : marks.split(" ")) {
            var at = each.indexOf('=');
            if (at > 0) {
                read.put(each.substring(0, at), each.substring(at + 1));
            }
        }
        return read;
    }
}
