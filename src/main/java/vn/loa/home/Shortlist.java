package vn.loa.home;

import java.util.List;
import java.util.stream.Stream;

/**
 * The first few of what there is.
 *
 * @param more whether there is more
 */
public record Shortlist<T>(List<T> items, boolean more) {
    public Shortlist {
        items = List.copyOf(items);
    }

    /** @param found one more than are shown, if there are so many */
    static <T> Shortlist<T> of(List<T> found, int shown) {
        return new Shortlist<>(found.subList(0, Math.min(shown, found.size())), found.size() > shown);
    }

    /** Of two lists, the first before the second: neither takes more than half as long as there is enough of the other. */
    static <T> Shortlist<T> of(List<T> first, List<T> second, int shown) {
        var ofFirst = Math.min(first.size(), Math.max(shown / 2, shown - second.size()));
        var ofSecond = Math.min(second.size(), shown - ofFirst);
        return new Shortlist<>(
                Stream.concat(first.stream().limit(ofFirst), second.stream().limit(ofSecond))
                        .toList(),
                first.size() + second.size() > shown);
    }

    public boolean isEmpty() {
        return items.isEmpty();
    }
}
