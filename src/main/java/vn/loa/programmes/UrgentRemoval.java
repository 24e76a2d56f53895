package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.programmes.PlannedItem.Heard;

/** Takes something urgent out of a programme again. Pure. */
final class UrgentRemoval {
    private UrgentRemoval() {}

    /**
     * The programme as if what is stopped had been over by a moment, if it is not over by then anyway: what it pushed aside follows then as far as there is room, and where it has not begun,
     * everything is as it was. A slot that somebody has changed since keeps what is in it.
     *
     * @param stopped urgent items of the schedule
     * @param before the programme as it was without them
     * @param resumed when stations know of it
     * @param slots of the week
     */
    static Schedule from(
            Schedule schedule, Set<PlannedItem> stopped, Schedule before, LocalDateTime resumed, List<Slot> slots) {
        var touched = slots.stream()
                .filter(slot -> stopped.stream().anyMatch(item -> touches(item, slot)))
                .toList();
        var rest = new ArrayList<PlannedItem>();
        var laid = new ArrayList<PlannedItem>();
        var urgent = new ArrayList<PlannedItem>();
        schedule.items().stream().filter(item -> !stopped.contains(item)).forEach(item -> {
            var within =
                    touched.stream().filter(slot -> item.isUrgent() ? touches(item, slot) : slot.contains(item.at()));
            if (within.findAny().isEmpty()) {
                rest.add(item);
            } else if (item.isUrgent()) {
                urgent.add(item);
            }
        });
        touched.forEach(slot -> laid.addAll(restored(ordinary(schedule, slot), ordinary(before, slot))));
        var heard = stopped.stream()
                .filter(item -> item.at().isBefore(resumed))
                .map(item -> item.isOver(resumed)
                        ? item
                        : item.lasting(Math.toIntExact(
                                Duration.between(item.at(), resumed).toSeconds())))
                .collect(Collectors.toSet());
        var result = new Schedule(laid);
        for (var item : Stream.concat(urgent.stream(), heard.stream())
                .sorted(PlannedItem.IN_ORDER)
                .toList()) {
            result = UrgentInsertion.into(result, item, touched).schedule();
        }
        return new Schedule(Stream.concat(rest.stream(), result.only(item -> !heard.contains(item)).items().stream())
                .toList());
    }

    private static boolean touches(PlannedItem item, Slot slot) {
        return item.at().isBefore(slot.end()) && item.end().isAfter(slot.start());
    }

    private static List<PlannedItem> ordinary(Schedule schedule, Slot slot) {
        return schedule.in(slot).stream().filter(item -> !item.isUrgent()).toList();
    }

    /** What was there, unless there is something now that was not. */
    private static List<PlannedItem> restored(List<PlannedItem> now, List<PlannedItem> before) {
        var left = counted(before);
        now.forEach(item -> left.merge(item.heard(), -1, Integer::sum));
        return left.values().stream().allMatch(times -> times >= 0) ? before : now;
    }

    private static Map<Heard, Integer> counted(List<PlannedItem> items) {
        var counted = new HashMap<Heard, Integer>();
        items.forEach(item -> counted.merge(item.heard(), 1, Integer::sum));
        return counted;
    }
}
