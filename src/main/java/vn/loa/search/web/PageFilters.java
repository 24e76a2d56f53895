package vn.loa.search.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import vn.loa.common.web.Address;
import vn.loa.common.web.PublicRoutes;
import vn.loa.search.Facet;
import vn.loa.search.Filters;
import vn.loa.search.Words;
import vn.loa.search.YearRange;

/** Reads what a list is narrowed to from the address of a page. */
final class PageFilters {
    /** Those a page offers, in their order. */
    static final List<Facet> OFFERED = List.of(
            Facet.GENRE,
            Facet.LANGUAGE,
            Facet.DUB,
            Facet.SUBTITLE,
            Facet.TOPIC,
            Facet.AUDIENCE,
            Facet.LOCALITY,
            Facet.YEAR);

    /** The same, to be counted. */
    static final Set<Facet> COUNTED = Set.copyOf(OFFERED);

    static final String WORDS = "q";
    static final String ORDER = PublicRoutes.ORDER;
    static final String FROM_YEAR = "tu-nam";
    static final String TO_YEAR = "den-nam";
    static final String NEWEST = "moi-nhat";

    private PageFilters() {}

    static String first(Address address, String parameter) {
        return address.first(parameter).map(String::strip).orElse("");
    }

    static Filters of(Address address) {
        var chosen = new EnumMap<Facet, List<String>>(Facet.class);
        for (var facet : OFFERED) {
            var values = address.all(facet.pageParameter()).stream()
                    .filter(value -> !value.isEmpty())
                    .toList();
            chosen.put(facet, values);
        }
        var newest = address.first(ORDER).map(NEWEST::equals).orElse(false);
        return new Filters(
                Words.of(address.first(WORDS).orElse("")).orElse(null),
                chosen,
                YearRange.of(first(address, FROM_YEAR), first(address, TO_YEAR)),
                null,
                null,
                null,
                null,
                newest ? Filters.Order.NEWEST : Filters.Order.RELEVANCE);
    }
}
