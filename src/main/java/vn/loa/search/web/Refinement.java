package vn.loa.search.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.web.Address;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.FacetValue;
import vn.loa.search.Filters;
import vn.loa.search.Words;

/**
 * What a list of products is narrowed to, in which order it stands, and the addresses of the same list narrowed and ordered otherwise.
 *
 * @param facets those with something to choose; none while search is limited
 * @param chosen what is chosen, with the address of the list without it
 * @param narrowed whether anything but words narrows the list
 * @param cleared the list with the words alone
 * @param otherOrder the list in the other order; only with words is there another
 */
public record Refinement(
        List<FacetGroup> facets,
        List<FacetGroup.Choice> chosen,
        boolean narrowed,
        String cleared,
        boolean newestFirst,
        String otherOrder) {
    /** Before anything was asked. */
    static Refinement none() {
        return new Refinement(List.of(), List.of(), false, "", false, "");
    }

    static Refinement of(Filters filters, Map<Facet, List<FacetValue>> counted, Visit visit) {
        var groups = PageFilters.OFFERED.stream()
                .map(facet -> FacetGroup.of(facet, counted.getOrDefault(facet, List.of()), visit))
                .filter(group -> !group.choices().isEmpty())
                .toList();
        var newestFirst = filters.order() == Filters.Order.NEWEST;
        var first = visit.getAddress().without(Paging.PARAMETER);
        return new Refinement(
                groups,
                groups.stream()
                        .flatMap(group -> group.choices().stream())
                        .filter(FacetGroup.Choice::chosen)
                        .toList(),
                filters.narrows(),
                cleared(filters, visit),
                newestFirst,
                (newestFirst ? first.without(PageFilters.ORDER) : first.with(PageFilters.ORDER, PageFilters.NEWEST))
                        .toString());
    }

    /** What is chosen, by name, for titles: {@code Tiểu phẩm phát thanh, Phụ đề tiếng Mông}; empty when nothing is. */
    public String title() {
        return chosen.stream().map(FacetGroup.Choice::title).collect(Collectors.joining(", "));
    }

    private static String cleared(Filters filters, Visit visit) {
        var bare = Address.of(visit.getAddress().path());
        return visit.link(filters.query()
                .map(Words::text)
                .map(words -> bare.with(PageFilters.WORDS, words))
                .orElse(bare));
    }
}
