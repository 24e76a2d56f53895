package vn.loa.search.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;
import vn.loa.search.Facet;
import vn.loa.search.FacetValue;

/**
 * One value of a facet as the API writes it.
 *
 * @param count how many there are with it, whatever else is chosen of its facet
 * @param more how many more there would be, were it chosen besides what is
 */
public record FacetShape(String code, Texts label, long count, long more) {
    /** By the names of the facets; null when there are none. */
    static @Nullable Map<String, List<FacetShape>> of(Map<Facet, List<FacetValue>> facets) {
        if (facets.isEmpty()) {
            return null;
        }
        var shapes = new LinkedHashMap<String, List<FacetShape>>();
        for (var facet : Facet.values()) {
            shapes.put(
                    facet.field(),
                    facets.getOrDefault(facet, List.of()).stream()
                            .map(value -> new FacetShape(value.code(), value.label(), value.count(), value.more()))
                            .toList());
        }
        return shapes;
    }
}
