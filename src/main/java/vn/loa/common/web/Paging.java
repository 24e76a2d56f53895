package vn.loa.common.web;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;

/**
 * The links between the pages of a list.
 *
 * @param previous null on the first page, and where the visitor has asked for what is no page
 * @param next null on the last page
 * @param steps first, last, and those around the current page; a gap, which hides at least two, has no address
 * @param beyond whether the visitor has gone past the end of the list
 */
public record Paging(@Nullable Address previous, @Nullable Address next, List<Step> steps, boolean beyond) {
    /** The parameter that names a page, from 1. */
    public static final String PARAMETER = "trang";

    /** Beyond this nobody reads, and the database would count for nothing. */
    private static final int LAST = 10_000;

    /** There is nothing on it: what is no number of a page names no page, and is no error. */
    private static final int NOWHERE = LAST + 1;

    private static final Pattern NUMBER = Pattern.compile("0*[1-9][0-9]{0,8}");

    public Paging {
        steps = List.copyOf(steps);
    }

    /** @param number 0 for a gap */
    public record Step(int number, @Nullable Address address, boolean current) {}

    public static Paging none() {
        return new Paging(null, null, List.of(), false);
    }

    /** @param address of any page of the list */
    public static Paging of(Page<?> page, Address address) {
        var last = Math.min(page.pages(), LAST);
        if (last == 1 && page.number() == 1) {
            return none();
        }
        var steps = new ArrayList<Step>();
        var before = 0;
        var around = page.number();
        // Past the end, the links are those of the end.
        var middle = Math.min(around, last);
        for (var number : new TreeSet<>(List.of(1, middle - 1, middle, middle + 1, last))) {
            if (number < 1 || number > last) {
                continue;
            }
            if (number == before + 2) {
                steps.add(new Step(before + 1, at(address, before + 1), false));
            } else if (number > before + 1) {
                steps.add(new Step(0, null, false));
            }
            steps.add(new Step(number, at(address, number), number == around));
            before = number;
        }
        return new Paging(
                around > 1 && around != NOWHERE ? at(address, Math.min(around - 1, last)) : null,
                around < last ? at(address, around + 1) : null,
                steps,
                around > last);
    }

    private static Address at(Address address, int number) {
        return number == 1 ? address.without(PARAMETER) : address.with(PARAMETER, String.valueOf(number));
    }

    /** The page that a parameter asks for: the first when it is empty, one with nothing on it when it is not a number of a page. */
    public static int number(String parameter) {
        if (parameter.isEmpty()) {
            return 1;
        }
        return NUMBER.matcher(parameter).matches() ? Math.min(NOWHERE, Integer.parseInt(parameter)) : NOWHERE;
    }

    /** Whether a parameter names a page after the first. */
    public static boolean isFurther(String parameter) {
        return number(parameter) > 1 && number(parameter) < NOWHERE;
    }

    /** Whether there is more than one page. */
    public boolean isNeeded() {
        return !steps.isEmpty();
    }
}
