package vn.loa.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Page;

/**
 * A part of the catalogue.
 *
 * @param products those which are public right now; may be fewer than the page should hold when one was withdrawn a moment ago
 * @param facets empty when they were not asked for or search is limited
 * @param without how much there would be without the choice of each facet
 * @param didYouMean words that find something, when those typed do not
 * @param limited whether the search server was away: titles only were searched, and filters had no effect
 * @param partial whether it was too slow to mend words that stand nowhere as they were typed
 */
public record Catalogue(
        Page<ProductCard> products,
        Map<Facet, List<FacetValue>> facets,
        Map<Facet, Long> without,
        @Nullable String didYouMean,
        boolean limited,
        boolean partial) {
    public Catalogue {
        facets = Map.copyOf(facets);
        without = Map.copyOf(without);
    }

    /** Before anything was asked. */
    public static Catalogue empty() {
        return new Catalogue(Page.empty(1, 1), Map.of(), Map.of(), null, false, false);
    }
}
