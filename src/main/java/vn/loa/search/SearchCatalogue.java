package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.loa.catalog.ProductCards;
import vn.loa.common.Page;
import vn.loa.editorial.SubjectKind;
import vn.loa.search.Finder.Extras;

/** Lists products by words and facets. A constant number of statements; while the search server is away, the titles alone. */
@ApplicationScoped
public class SearchCatalogue {
    @Inject
    private Finder finder;

    @Inject
    private Names names;

    @Inject
    private ProductCards cards;

    @Inject
    private WithoutIndex titles;

    /**
     * @param page from 1; there is nothing on pages beyond the last
     * @param size from 1 to {@value Page#LARGEST}
     * @param facets whose values are counted
     */
    public Catalogue list(Filters filters, int page, int size, Set<Facet> facets) {
        var called = names.current();
        try {
            var meant = called.meant(filters);
            var found = finder.find(
                    meant, EnumSet.of(SubjectKind.PRODUCT), called, page, size, new Extras(facets, false, false));
            var ids = found.subjects(SubjectKind.PRODUCT).map(Subject::id).toList();
            var listed = new Page<>(cards.of(ids), found.total(), page, size);
            return new Catalogue(
                    listed,
                    FacetCounts.named(found.counts(), filters, called),
                    found.without(),
                    found.correction(),
                    false,
                    found.partial());
        } catch (SearchUnavailable away) {
            return new Catalogue(titles.list(filters, page, size), Map.of(), Map.of(), null, true, false);
        }
    }
}
