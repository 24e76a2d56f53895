package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of a week can still be planned, and what stays whatever is planned.
 *
 * @param slots that have not begun yet
 * @param past what is not in them: what was or is played, and what is urgent outside of slots
 * @param urgent what is urgent in them
 */
record Ahead(List<Slot> slots, List<PlannedItem> past, List<PlannedItem> urgent) {
    static Ahead of(Schedule schedule, List<Slot> slots, LocalDateTime now) {
        var ahead = slots.stream().filter(slot -> slot.start().isAfter(now)).toList();
        var begun = slots.stream().filter(slot -> !slot.start().isAfter(now)).toList();
        var past = schedule.items().stream()
                .filter(item ->
                        item.isUrgent() ? !isIn(ahead, item) : !item.at().isAfter(now) || isIn(begun, item))
                .toList();
        var urgent = schedule.items().stream()
                .filter(item -> item.isUrgent() && isIn(ahead, item))
                .toList();
        return new Ahead(ahead, past, urgent);
    }

    private static boolean isIn(List<Slot> slots, PlannedItem item) {
        return slots.stream().anyMatch(slot -> slot.contains(item.at()));
    }

    /** With all that is not planned anew. */
    Schedule with(List<PlannedItem> planned) {
        return new Schedule(Stream.concat(past.stream(), planned.stream()).toList());
    }
}
