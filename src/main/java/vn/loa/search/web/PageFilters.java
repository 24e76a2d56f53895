package vn.loa.search.web;

import java.util.List;
import java.util.Set;
import vn.loa.common.web.Address;
import vn.loa.search.Facet;
import vn.loa.search.Filters;

/** Reads what a list is narrowed to from the address of a page. */
final class PageFilters {
    /** Those a page offers, in their order. */
    static final List<Facet> OFFERED = Filters.OFFERED;

    /** The same, to be counted. */
    static final Set<Facet> COUNTED = Set.copyOf(OFFERED);

    static final String WORDS = Filters.WORDS;
    static final String ORDER = Filters.ORDER;
    static final String FROM_YEAR = Filters.FROM_YEAR;
    static final String TO_YEAR = Filters.TO_YEAR;
    static final String NEWEST = Filters.NEWEST;

    private PageFilters() {}

    static String first(Address address, String parameter) {
        return address.first(parameter).map(String::strip).orElse("");
    }

    static Filters of(Address address) {
        return Filters.ofPage(address::all);
    }
}
