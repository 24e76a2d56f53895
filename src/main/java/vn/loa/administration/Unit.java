package vn.loa.administration;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Level;

/**
 * A unit as it is or as it shall be.
 *
 * @param parent {@link #key} of the one above it; empty at the top
 * @param successors keys of what it became
 */
record Unit(
        String code,
        LocalDate from,
        @Nullable LocalDate to,
        String name,
        String kind,
        Level level,
        String parent,
        Set<String> successors) {
    String key() {
        return code + "@" + from;
    }

    /** Whether both are on some day. */
    boolean overlaps(Unit other) {
        return overlaps(other.from(), other.to());
    }

    /** Whether it is on some day of this time. @param until the first day after it; null when it has no end */
    boolean overlaps(LocalDate since, @Nullable LocalDate until) {
        return (to == null || since.isBefore(to)) && (until == null || from.isBefore(until));
    }

    /** Whether it is on a day on which the other is no more. */
    boolean outlasts(Unit other) {
        var end = other.to();
        return end != null && (to == null || to.isAfter(end));
    }
}
