package vn.loa.search.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.web.Address;
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
 * @param form sends what is chosen of the facets, all at once
 * @param reliefs the lists without the choice of one facet, as far as there is something in them
 */
public record Refinement(
        List<FacetGroup> facets,
        List<FacetGroup.Choice> chosen,
        boolean narrowed,
        String cleared,
        boolean newestFirst,
        String otherOrder,
        FilterForm form,
        List<Relief> reliefs) {
    /**
     * The list without what is chosen of one facet.
     *
     * @param title what would be given up
     * @param count how much there is then
     */
    public record Relief(String title, long count, String url) {}

    /** Before anything was asked. */
    static Refinement none() {
        return new Refinement(List.of(), List.of(), false, "", false, "", FilterForm.none(), List.of());
    }

    static Refinement of(Filters filters, Map<Facet, List<FacetValue>> counted, Map<Facet, Long> without, Visit visit) {
        var first = PageFilters.firstPage(visit);
        var form = FilterForm.of(first);
        var groups = Filters.OFFERED.stream()
                .map(facet -> FacetGroup.of(facet, counted.getOrDefault(facet, List.of()), first, visit))
                .filter(group -> !group.choices().isEmpty()
                        || form.isRanged() && group.parameter().equals(Facet.YEAR.pageParameter()))
                .toList();
        var newestFirst = filters.order() == Filters.Order.NEWEST;
        var picked = new ArrayList<FacetGroup.Choice>();
        groups.stream()
                .flatMap(group -> group.choices().stream())
                .filter(FacetGroup.Choice::chosen)
                .forEach(picked::add);
        if (form.isRanged()) {
            picked.add(form.range(first, visit));
        }
        return new Refinement(
                groups,
                List.copyOf(picked),
                filters.narrows(),
                cleared(filters, visit),
                newestFirst,
                (newestFirst ? first.without(Filters.ORDER) : first.with(Filters.ORDER, Filters.NEWEST)).toString(),
                form,
                reliefs(picked, without, first));
    }

    private static List<Relief> reliefs(List<FacetGroup.Choice> picked, Map<Facet, Long> without, Address list) {
        return Filters.OFFERED.stream()
                .filter(without::containsKey)
                .map(facet -> new Relief(
                        picked.stream()
                                .filter(choice -> choice.parameter().equals(facet.pageParameter()))
                                .map(FacetGroup.Choice::title)
                                .collect(Collectors.joining(", ")),
                        without.getOrDefault(facet, 0L),
                        (facet == Facet.YEAR ? FilterForm.withoutYears(list) : list)
                                .without(facet.pageParameter())
                                .toString()))
                .filter(relief -> !relief.title().isEmpty())
                .toList();
    }

    /** What is chosen, by name, for titles: {@code Tiểu phẩm phát thanh, Phụ đề tiếng Mông}; empty when nothing is. */
    public String title() {
        return chosen.stream().map(FacetGroup.Choice::title).collect(Collectors.joining(", "));
    }

    private static String cleared(Filters filters, Visit visit) {
        var bare = Address.of(visit.getAddress().path());
        return visit.link(filters.query()
                .map(Words::text)
                .map(words -> bare.with(Filters.WORDS, words))
                .map(list -> filters.asTyped() ? list.with(Filters.AS_TYPED, "1") : list)
                .orElse(bare));
    }
}
