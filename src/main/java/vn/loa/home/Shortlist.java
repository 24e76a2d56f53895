package vn.loa.home;

import java.util.List;

/**
 * The first few of what there is.
 *
 * @param more whether there is more
 */
public record Shortlist<T>(List<T> items, boolean more) {
    public Shortlist {
        items = List.copyOf(items);
    }

    /** Of nothing. */
    static <T> Shortlist<T> none() {
        return new Shortlist<>(List.of(), false);
    }

    /** @param found one more than are shown, if there are so many */
    static <T> Shortlist<T> of(List<T> found, int shown) {
        return new Shortlist<>(found.subList(0, Math.min(shown, found.size())), found.size() > shown);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
