package vn.loa.search.web;

import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.web.Address;
import vn.loa.common.web.Visit;

/**
 * The way to the other pages of a list.
 *
 * @param number this page, from 1
 * @param pages how many there are
 * @param first address of the first page
 * @param previous null on the first page
 * @param next null on the last page
 */
public record Pager(
        int number,
        int pages,
        String first,
        @Nullable String previous,
        @Nullable String next) {
    static final String PARAMETER = "trang";

    static Pager of(Page<?> page, Visit visit) {
        var address = visit.getAddress();
        var last = page.pages();
        return new Pager(
                page.number(),
                last,
                to(1, address),
                page.number() > 1 ? to(Math.min(page.number() - 1, last), address) : null,
                page.number() < last ? to(page.number() + 1, address) : null);
    }

    private static String to(int number, Address address) {
        var bare = address.without(PARAMETER);
        return (number == 1 ? bare : bare.with(PARAMETER, String.valueOf(number))).toString();
    }

    /** Whether there is more than one page, or the visitor has gone past the end. */
    public boolean isNeeded() {
        return pages > 1 || number > pages;
    }
}
