package vn.loa.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Years of production, both ends included, either of them open. What is no year leaves its end open; of two years the earlier is the first, in whatever order they
 * were written.
 *
 * @param from null when it is open
 * @param to null when it is open
 */
public record YearRange(@Nullable Integer from, @Nullable Integer to) {
    private static final Pattern YEAR = Pattern.compile("[0-9]{1,4}");

    public YearRange {
        if (from != null && to != null && from > to) {
            var earlier = to;
            to = from;
            from = earlier;
        }
    }

    /** @return null when neither is a year: no range at all */
    public static @Nullable YearRange of(String from, String to) {
        var first = year(from);
        var last = year(to);
        return first == null && last == null ? null : new YearRange(first, last);
    }

    private static @Nullable Integer year(String text) {
        return isYear(text) ? Integer.valueOf(text) : null;
    }

    /** Whether it can be one; nothing at all is none. */
    public static boolean isYear(String text) {
        return YEAR.matcher(text).matches();
    }

    /** What the filter is called that keeps to a range: not as the choice of some years is, for those are counted within the range. */
    static final String TAG = "years";

    /** As a filter of the search server: made of numbers alone. */
    String filter() {
        return "{!tag='" + TAG + "'}" + Facet.YEAR.field() + ":[" + (from == null ? "*" : from) + " TO "
                + (to == null ? "*" : to) + "]";
    }
}
