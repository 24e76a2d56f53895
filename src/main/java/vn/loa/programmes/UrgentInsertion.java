package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A programme with something urgent put into it.
 *
 * @param schedule as it is then
 * @param at when the urgent thing begins
 * @param dropped what has no room any more
 */
public record UrgentInsertion(Schedule schedule, LocalDateTime at, List<PlannedItem> dropped) {
    /**
     * Puts something in at once. What is playing by then, or comes in the same slot, follows it; of what has no room in the slot any more, the ordinary falls out
     * first and the last first. Only what is urgent itself goes on before it. Outside of any slot it is simply played. Pure.
     *
     * @param urgent with the moment at which it shall begin
     * @param slots of the week
     */
    public static UrgentInsertion into(Schedule schedule, PlannedItem urgent, List<Slot> slots) {
        var begin = urgent;
        for (var other : schedule.items()) {
            if (other.isUrgent()
                    && other.at().isBefore(begin.end())
                    && other.end().isAfter(begin.at())) {
                begin = begin.moved(other.end());
            }
        }
        var put = begin;
        var moved = new ArrayList<PlannedItem>();
        var staying = new ArrayList<PlannedItem>();
        schedule.items().forEach(item -> (follows(item, put, slots) ? moved : staying).add(item));
        var room = slot(put, slots);
        if (room == null || moved.isEmpty()) {
            return new UrgentInsertion(
                    new Schedule(Stream.concat(staying.stream(), Stream.of(put)).toList()), put.at(), moved);
        }
        var dropped = new ArrayList<PlannedItem>();
        var kept = new ArrayList<>(moved);
        var placed = place(put, kept, staying);
        while (!placed.isEmpty() && placed.get(placed.size() - 1).end().isAfter(room.end())) {
            var out = kept.stream()
                    .min(Comparator.comparing(PlannedItem::priority)
                            .thenComparing(PlannedItem::at, Comparator.reverseOrder()))
                    .orElseThrow();
            kept.remove(out);
            dropped.add(out);
            placed = place(put, kept, staying);
        }
        return new UrgentInsertion(
                new Schedule(Stream.of(staying.stream(), Stream.of(put), placed.stream())
                        .flatMap(part -> part)
                        .toList()),
                put.at(),
                dropped);
    }

    private static @Nullable Slot slot(PlannedItem item, List<Slot> slots) {
        return slots.stream()
                .filter(each -> each.contains(item.at()))
                .findFirst()
                .orElse(null);
    }

    /** Whether it would be heard at the same time, or later in the same slot, and gives way. */
    private static boolean follows(PlannedItem item, PlannedItem urgent, List<Slot> slots) {
        if (item.isUrgent() || !item.end().isAfter(urgent.at())) {
            return false;
        }
        var slot = slot(urgent, slots);
        return slot != null && slot.contains(item.at()) || item.at().isBefore(urgent.end());
    }

    /** One after the other behind it, around other urgent things. */
    private static List<PlannedItem> place(PlannedItem urgent, List<PlannedItem> moved, List<PlannedItem> staying) {
        var placed = new ArrayList<PlannedItem>();
        var at = urgent.end();
        for (var item : moved) {
            var next = item.moved(at);
            for (var other : staying) {
                if (other.isUrgent()
                        && other.at().isBefore(next.end())
                        && other.end().isAfter(next.at())) {
                    next = next.moved(other.end());
                }
            }
            placed.add(next);
            at = next.end();
        }
        return placed;
    }
}
