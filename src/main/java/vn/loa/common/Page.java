package vn.loa.common;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items what is on this page, at most {@code size}
 * @param total how many there are on all pages
 * @param number the page, from 1
 * @param size how many fit on a page, from 1 to {@value #LARGEST}
 */
public record Page<T>(List<T> items, long total, int number, int size) {
    public static final int LARGEST = 100;

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty(int number, int size) {
        return new Page<>(List.of(), 0, number, size);
    }

    /** One page of what is at hand as a whole; empty beyond its end. */
    public static <T> Page<T> of(List<T> all, int number, int size) {
        var from = Math.min((number - 1L) * size, all.size());
        var to = Math.min(from + size, all.size());
        return new Page<>(all.subList((int) from, (int) to), all.size(), number, size);
    }

    /** How many pages there are; 1 when the list is empty. */
    public int pages() {
        return (int) Math.max(1, (total + size - 1) / size);
    }

    public boolean hasNext() {
        return number < pages();
    }

    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<R>(items.stream().<R>map(each).toList(), total, number, size);
    }
}
