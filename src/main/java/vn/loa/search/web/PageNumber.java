package vn.loa.search.web;

import java.util.regex.Pattern;

/** Reads which page of a list an address means. */
final class PageNumber {
    /** There is nothing on it, however long the list is. */
    private static final int BEYOND = 1_000_000_000;

    private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,8}");

    private PageNumber() {}

    /** The first page when there is no such parameter; a page with nothing on it when it is not a page number. */
    static int of(String parameter) {
        if (parameter.isEmpty()) {
            return 1;
        }
        return NUMBER.matcher(parameter).matches() ? Integer.parseInt(parameter) : BEYOND;
    }
}
