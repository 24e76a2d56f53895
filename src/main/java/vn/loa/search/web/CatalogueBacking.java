package vn.loa.search.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
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

    private Filters filters = Filters.none();
    private Catalogue found = Catalogue.empty();
    private List<FacetGroup> facets = List.of();

    /** Reads the list that the address asks for. */
    public void load() {
        filters = PageFilters.of(visit.getAddress());
        found = catalogue.list(filters, PageNumber.of(visit.parameter(Pager.PARAMETER)), SIZE, true);
        if (found.limited()) {
            freshness.keepNothing();
        }
        facets = PageFilters.OFFERED.stream()
                .filter(facet -> !found.facet(facet).isEmpty())
                .map(facet -> FacetGroup.of(facet, found.facet(facet), visit))
                .toList();
    }

    /** What was typed; empty without a query. */
    public String getWords() {
        return filters.query().map(Words::text).orElse("");
    }

    public Page<ProductCard> getProducts() {
        return found.products();
    }

    /** Whether the search server is away: then there are no facets, and only titles are searched. */
    public boolean isLimited() {
        return found.limited();
    }

    /** The facets with something to choose. */
    public List<FacetGroup> getFacets() {
        return facets;
    }

    /** What is chosen, with the address of the list without it. */
    public List<FacetGroup.Choice> getChosen() {
        return facets.stream()
                .flatMap(group -> group.choices().stream())
                .filter(FacetGroup.Choice::chosen)
                .toList();
    }

    /** Whether anything but the words narrows the list. */
    public boolean isNarrowed() {
        return filters.narrows();
    }

    /** The list with the words alone. */
    public String getCleared() {
        var path = visit.getAddress().path();
        return getWords().isEmpty()
                ? visit.href(path)
                : visit.link(Address.of(path).with(PageFilters.WORDS, getWords()));
    }

    public boolean isNewestFirst() {
        return filters.order() == Filters.Order.NEWEST;
    }

    /** The same list in the other order; only with words is there another. */
    public String getOtherOrder() {
        var address = visit.getAddress().without(Pager.PARAMETER);
        return (isNewestFirst()
                        ? address.without(PageFilters.ORDER)
                        : address.with(PageFilters.ORDER, PageFilters.NEWEST))
                .toString();
    }

    public Pager getPager() {
        return Pager.of(found.products(), visit);
    }
}
