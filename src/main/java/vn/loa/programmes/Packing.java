package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import vn.loa.programmes.ProgrammePlanner.Stretch;

/**
 * A slot with what stays in it.
 *
 * @param items in order, without overlaps; only what is urgent may go on after the slot
 * @param free the rest of it, in order
 */
record Packing(Slot slot, List<PlannedItem> items, List<Stretch> free) {
    private static final Comparator<PlannedItem> PREFERRED_FIRST =
            Comparator.comparing(PlannedItem::priority).reversed().thenComparing(PlannedItem.IN_ORDER);

    /**
     * Moves everything to the beginning but what is urgent, which stays at its time. Of what has no room any more, the ordinary is left out first and the last first.
     *
     * @param kept what stays in the slot, in the order of its times
     * @param around what is played at other times: the slot is free when what reaches into it is over
     */
    static Packing of(Slot slot, List<PlannedItem> kept, Collection<PlannedItem> around) {
        var begins = begin(slot, around);
        var urgent = kept.stream()
                .filter(PlannedItem::isUrgent)
                .sorted(PlannedItem.IN_ORDER)
                .toList();
        var others = kept.stream().filter(item -> !item.isUrgent()).toList();
        var items = laid(slot, begins, urgent, others, PlannedItem.IN_ORDER);
        if (items.size() < kept.size()) {
            var chosen = laid(slot, begins, urgent, others, PREFERRED_FIRST);
            // Places are taken in order of time again, unless somebody would have none then.
            var inTime = laid(
                    slot,
                    begins,
                    urgent,
                    others.stream()
                            .filter(item -> chosen.stream().anyMatch(each -> isSame(each, item)))
                            .toList(),
                    PlannedItem.IN_ORDER);
            items = inTime.size() < chosen.size() ? chosen : inTime;
        }
        return new Packing(slot, List.copyOf(items), free(slot, begins, items));
    }

    /** When a slot is free: at its beginning, or when what has begun before it is over. */
    static LocalDateTime begin(Slot slot, Collection<PlannedItem> around) {
        return around.stream()
                .filter(item -> item.at().isBefore(slot.start()))
                .map(PlannedItem::end)
                .filter(end -> end.isAfter(slot.start()))
                .max(Comparator.naturalOrder())
                .orElse(slot.start());
    }

    private static boolean isSame(PlannedItem one, PlannedItem other) {
        return one.heard().equals(other.heard())
                && one.priority() == other.priority()
                && one.seconds() == other.seconds();
    }

    private static List<PlannedItem> laid(
            Slot slot,
            LocalDateTime begins,
            List<PlannedItem> urgent,
            List<PlannedItem> others,
            Comparator<PlannedItem> order) {
        var items = new ArrayList<>(urgent);
        others.stream().sorted(order).forEach(item -> {
            free(slot, begins, items).stream()
                    .filter(stretch -> stretch.seconds() >= item.seconds())
                    .findFirst()
                    .ifPresent(stretch -> items.add(item.moved(stretch.begins())));
            items.sort(PlannedItem.IN_ORDER);
        });
        return items;
    }

    /** @param items in order */
    private static List<Stretch> free(Slot slot, LocalDateTime begins, List<PlannedItem> items) {
        var free = new ArrayList<Stretch>();
        var at = begins;
        for (var item : items) {
            add(free, at, item.at());
            at = item.end().isAfter(at) ? item.end() : at;
        }
        add(free, at, slot.end());
        return free;
    }

    private static void add(List<Stretch> free, LocalDateTime from, LocalDateTime to) {
        var seconds = (int) Duration.between(from, to).toSeconds();
        if (seconds > 0) {
            free.add(new Stretch(from, seconds));
        }
    }
}
