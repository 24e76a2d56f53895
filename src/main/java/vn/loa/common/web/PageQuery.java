package vn.loa.common.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;
import vn.loa.common.Page;
import vn.loa.common.Violation;

/**
 * Which page of a list a program asks for.
 *
 * @param page from 1 to {@value #LAST}
 * @param size from 1 to {@value Page#LARGEST}
 */
public record PageQuery(int page, int size) {
    /** Deeper pages are refused: nobody reads them, and they cost. */
    public static final int LAST = 10_000;

    private static final int USUAL = 20;

    /** With the usual size. @throws InvalidInput when one of them is not a number in its range */
    public static PageQuery of(@Nullable String page, @Nullable String size) {
        return of(page, size, USUAL);
    }

    /** Of a list that is best had at once: as much as a page may hold. @throws InvalidInput as {@link #of} */
    public static PageQuery ofMost(@Nullable String page, @Nullable String size) {
        return of(page, size, Page.LARGEST);
    }

    private static PageQuery of(@Nullable String page, @Nullable String size, int usual) {
        var wrong = new ArrayList<Violation>();
        var query =
                new PageQuery(number("page", page, 1, LAST, wrong), number("size", size, usual, Page.LARGEST, wrong));
        if (wrong.isEmpty() && (query.page - 1L) * query.size >= LAST) {
            wrong.add(
                    new Violation("page", "must not reach beyond the first " + LAST + " items; narrow the list down"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        return query;
    }

    /** That page of a whole list. */
    public <T> PageShape<T> of(List<T> all) {
        return PageShape.of(Page.of(all, page, size));
    }

    private static int number(
            String field, @Nullable String text, int otherwise, int largest, ArrayList<Violation> wrong) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            var number = Integer.parseInt(text);
            if (number >= 1 && number <= largest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, together with numbers out of range.
        }
        wrong.add(new Violation(field, "must be a whole number from 1 to " + largest));
        return otherwise;
    }
}
