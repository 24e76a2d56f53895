package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Page;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.search.Catalogue;
import vn.loa.search.Filters;
import vn.loa.search.SearchCatalogue;
import vn.loa.search.Words;

/** The catalogue: {@code /san-pham}. */
@Named
@RequestScoped
public class CatalogueBacking {
    private static final int SIZE = 24;

    @Inject
    private Visit visit;

    @Inject
    private SearchCatalogue catalogue;

    @Inject
    private Freshness freshness;

    private String words = "";
    private Catalogue found = Catalogue.empty();
    private Refinement refinement = Refinement.none();
    private Paging paging = Paging.none();

    /** Reads the list that the address asks for. */
    public void load() {
        var address = visit.getAddress();
        var filters = PageFilters.of(address);
        words = filters.query().map(Words::text).orElse("");
        found = catalogue.list(filters, Paging.number(visit.parameter(Paging.PARAMETER)), SIZE, PageFilters.COUNTED);
        refinement = Refinement.of(filters, found.facets(), found.without(), visit);
        paging = Paging.of(found.products(), PageFilters.firstPage(visit));
        if (found.limited() || found.partial()) {
            freshness.keepNothing();
        }
    }

    /** What was typed; empty without a query. */
    public String getWords() {
        return words;
    }

    /** Words that were looked for instead, because those typed find nothing; else null. */
    public @Nullable String getDidYouMean() {
        return found.didYouMean();
    }

    /** The same list for just the words that were typed. */
    public String getAsTyped() {
        return visit.link(visit.getAddress().without(Paging.PARAMETER).with(Filters.AS_TYPED, "1"));
    }

    public Page<ProductCard> getProducts() {
        return found.products();
    }

    /** Whether the search server is away: then there are no facets, and only titles are searched. */
    public boolean isLimited() {
        return found.limited();
    }

    /** Whether it was too slow to mend what was mistyped, so that something may be missing. */
    public boolean isPartial() {
        return found.partial();
    }

    public Refinement getRefinement() {
        return refinement;
    }

    public Paging getPaging() {
        return paging;
    }
}
