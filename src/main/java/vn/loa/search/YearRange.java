package vn.loa.search;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Years of production, both ends included, either of them open. What is no year is a range that nothing lies in, like every unknown value.
 *
 * @param from null when it is open
 * @param to null when it is open
 */
public record YearRange(@Nullable Integer from, @Nullable Integer to) {
    private static final Pattern YEAR = Pattern.compile("[0-9]{1,4}");
    private static final YearRange NOTHING = new YearRange(1, 0);

    /** @return null when both are empty: no range at all */
    public static @Nullable YearRange of(String from, String to) {
        if (from.isEmpty() && to.isEmpty()) {
            return null;
        }
        if (!isYear(from) || !isYear(to)) {
            return NOTHING;
        }
        return new YearRange(from.isEmpty() ? null : Integer.valueOf(from), to.isEmpty() ? null : Integer.valueOf(to));
    }

    private static boolean isYear(String text) {
        return text.isEmpty() || YEAR.matcher(text).matches();
    }

    /** What the filter is called that keeps to a range: not as the choice of some years is, for those are counted within the range. */
    static final String TAG = "years";

    /** As a filter of the search server: made of numbers alone. */
    String filter() {
        return "{!tag='" + TAG + "'}" + Facet.YEAR.field() + ":[" + (from == null ? "*" : from) + " TO "
                + (to == null ? "*" : to) + "]";
    }
}
