package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A programme with something urgent put into it.
 *
 * @param schedule as it is then
 * @param at when the urgent thing begins
 * @param dropped what has no room any more
 */
public record UrgentInsertion(Schedule schedule, LocalDateTime at, List<PlannedItem> dropped) {
    /**
     * Puts something in at once. What is playing by then, or comes in a slot that it reaches into, follows it; of what has no room in its slot any more, the ordinary
     * falls out first and the last first. Only what is urgent itself goes on before it. Outside of any slot it is simply played. Pure.
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
        var touched = slots.stream()
                .filter(slot -> slot.start().isBefore(put.end()) && slot.end().isAfter(put.at()))
                .toList();
        var staying = new ArrayList<PlannedItem>();
        var dropped = new ArrayList<PlannedItem>();
        var moved = new LinkedHashMap<Slot, List<PlannedItem>>();
        for (var item : schedule.items()) {
            var slot = touched.stream().filter(each -> each.contains(item.at())).findFirst();
            if (item.isUrgent() || !item.end().isAfter(put.at())) {
                staying.add(item);
            } else if (slot.isPresent()) {
                moved.computeIfAbsent(slot.get(), none -> new ArrayList<>()).add(item);
            } else {
                (item.at().isBefore(put.end()) ? dropped : staying).add(item);
            }
        }
        var items = new ArrayList<>(staying);
        items.add(put);
        moved.forEach((slot, theirs) -> items.addAll(placed(put, slot, theirs, staying, dropped)));
        return new UrgentInsertion(new Schedule(items), put.at(), dropped);
    }

    private static List<PlannedItem> placed(
            PlannedItem put, Slot slot, List<PlannedItem> moved, List<PlannedItem> staying, List<PlannedItem> dropped) {
        var kept = new ArrayList<>(moved);
        var placed = place(put, kept, staying);
        while (!placed.isEmpty() && placed.get(placed.size() - 1).end().isAfter(slot.end())) {
            var out = kept.stream()
                    .min(Comparator.comparing(PlannedItem::priority)
                            .thenComparing(PlannedItem::at, Comparator.reverseOrder()))
                    .orElseThrow();
            kept.remove(out);
            dropped.add(out);
            placed = place(put, kept, staying);
        }
        return placed;
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
