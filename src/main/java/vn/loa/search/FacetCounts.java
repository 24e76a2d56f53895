package vn.loa.search;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.loa.search.Finder.Count;

/** Gives what the index has counted the names that people use. */
final class FacetCounts {
    /** So many can be looked through. */
    private static final int MOST = 100;

    private FacetCounts() {}

    static Map<Facet, List<FacetValue>> named(Map<Facet, List<Count>> counts, Filters filters, Names.Snapshot names) {
        var facets = new EnumMap<Facet, List<FacetValue>>(Facet.class);
        counts.forEach((facet, values) -> {
            var chosen = filters.chosen(facet);
            var named = new ArrayList<FacetValue>(values.size());
            for (var count : values) {
                // By the name that was chosen, which may be a former one: by that it is taken back.
                var asked = chosen.stream()
                        .filter(code -> names.present(facet, code).equals(count.value()))
                        .findFirst();
                // Whatever is found at a place that is no more is found at one of today, which is offered instead.
                if (asked.isPresent() || named.size() < MOST && !names.isFormer(facet, count.value())) {
                    named.add(new FacetValue(
                            asked.orElseGet(() -> names.published(facet, count.value())),
                            names.label(facet, count.value()),
                            count.number(),
                            count.more(),
                            asked.isPresent()));
                }
            }
            // What is chosen can always be taken back, also when nothing has it.
            chosen.stream()
                    .filter(code ->
                            values.stream().noneMatch(count -> count.value().equals(names.present(facet, code))))
                    .filter(ProductQuery::isCode)
                    .forEach(code -> named.add(new FacetValue(code, names.label(facet, code), 0, 0, true)));
            facets.put(facet, List.copyOf(named));
        });
        return facets;
    }
}
