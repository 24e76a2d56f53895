package vn.loa.search.web;

import java.util.Set;
import vn.loa.common.web.Address;
import vn.loa.common.web.Paging;
import vn.loa.common.web.Visit;
import vn.loa.search.Facet;
import vn.loa.search.Filters;

/** Reads what a list is narrowed to from the address of a page. */
final class PageFilters {
    /** What pages offer, to be counted. */
    static final Set<Facet> COUNTED = Set.copyOf(Filters.OFFERED);

    private PageFilters() {}

    static String first(Address address, String parameter) {
        return address.first(parameter).map(String::strip).orElse("");
    }

    /** The first page of the list that is shown, without what forms send of fields left empty. */
    static Address firstPage(Visit visit) {
        return visit.getAddress().without(Paging.PARAMETER).filled();
    }

    static Filters of(Address address) {
        return Filters.ofPage(address::all);
    }
}
