package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;

/**
 * Something that is played at one time.
 *
 * @param at when it begins, to the second, in the time of Vietnam
 * @param product id of the work
 * @param language code of the one that is heard
 * @param seconds how long it was when it was planned, begun seconds counted as whole ones
 */
public record PlannedItem(LocalDateTime at, long product, String language, int seconds, ItemPriority priority) {
    /** So late stations still begin what presses, as in their rules; what is told of a time that lies farther away was something else. */
    public static final Duration CAUGHT_UP = Duration.ofMinutes(30);

    static final Comparator<PlannedItem> IN_ORDER = Comparator.comparing(PlannedItem::at)
            .thenComparing(PlannedItem::priority, Comparator.reverseOrder())
            .thenComparing(PlannedItem::product)
            .thenComparing(PlannedItem::language);

    public LocalDateTime end() {
        return at.plusSeconds(seconds);
    }

    public PlannedItem moved(LocalDateTime moment) {
        return new PlannedItem(moment, product, language, seconds, priority);
    }

    PlannedItem lasting(int other) {
        return new PlannedItem(at, product, language, other, priority);
    }

    public boolean isUrgent() {
        return priority == ItemPriority.URGENT;
    }

    /** Whether it presses and a station may be heard playing it at this moment or later: one that learns of it late plays it late. */
    boolean mayPress(LocalDateTime moment) {
        return isUrgent() && end().plus(CAUGHT_UP).isAfter(moment);
    }

    boolean hasBegun(LocalDateTime moment) {
        return !at.isAfter(moment);
    }

    boolean isOver(LocalDateTime moment) {
        return !end().isAfter(moment);
    }

    /** Whether another one is the same at the same time, however long or urgent it is. */
    boolean isThere(PlannedItem other) {
        return at.equals(other.at) && heard().equals(other.heard());
    }

    /** What is heard: the same work in another language is another thing. */
    public Heard heard() {
        return new Heard(product, language);
    }

    /** A work in a language. */
    public record Heard(long product, String language) {}
}
