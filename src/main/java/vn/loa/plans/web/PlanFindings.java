package vn.loa.plans.web;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import vn.loa.plans.SourceText;
import vn.loa.plans.SourceText.Found;

/** Finds for each field and row of a form what was read for it in the document: by what a row is called, wherever it stands now. */
final class PlanFindings {
    private static final Map<String, String> CALLED = Map.of(
            PlanForm.BASES, "reference",
            PlanForm.RECIPIENTS, "name",
            PlanForm.SECTIONS, "anchor",
            PlanForm.PROMISES, "title.vi");

    private PlanFindings() {}

    /** By path of a field, or of a row. */
    static Map<String, Found> of(PlanForm form, SourceText source) {
        var all = new HashMap<String, Found>();
        source.found().forEach((path, found) -> {
            if (path.indexOf('[') < 0) {
                all.put(path, found);
            }
        });
        CALLED.forEach((list, field) -> rows(form, source, list, field, all));
        return all;
    }

    private static void rows(PlanForm form, SourceText source, String list, String field, Map<String, Found> all) {
        var taken = new HashSet<String>();
        var rows = form.rows(list);
        for (var i = 0; i < rows.size(); i++) {
            var called = rows.get(i).getOrDefault(field, "");
            var place = list + "[" + i + "]";
            source.found().entrySet().stream()
                    .filter(each -> each.getKey().startsWith(list + "[")
                            && each.getValue().key().equals(called)
                            && !taken.contains(each.getKey()))
                    .min(Map.Entry.comparingByKey())
                    .ifPresent(each -> {
                        taken.add(each.getKey());
                        all.put(place, each.getValue());
                    });
        }
        // What was renamed still is what was read there.
        for (var i = 0; i < rows.size(); i++) {
            var place = list + "[" + i + "]";
            var there = source.found().get(place);
            if (!all.containsKey(place) && there != null && taken.add(place)) {
                all.put(place, there);
            }
        }
    }
}
