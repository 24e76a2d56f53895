package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import vn.loa.programmes.ProgrammePlanner.Stretch;

/**
 * A slot with what stays in it.
 *
 * @param items in order, without overlaps, all within the slot
 * @param free the rest of it, in order
 */
record Packing(Slot slot, List<PlannedItem> items, List<Stretch> free) {
    /**
     * Moves everything to the beginning but what is urgent, which stays at its time; what has no room any more is left out.
     *
     * @param kept what begins in the slot
     */
    static Packing of(Slot slot, List<PlannedItem> kept) {
        var items = new ArrayList<PlannedItem>();
        var at = slot.start();
        for (var urgent : kept.stream()
                .filter(PlannedItem::isUrgent)
                .sorted(PlannedItem.IN_ORDER)
                .toList()) {
            if (!urgent.at().isBefore(at) && !urgent.end().isAfter(slot.end())) {
                items.add(urgent);
                at = urgent.end();
            }
        }
        for (var item : kept.stream()
                .filter(each -> !each.isUrgent())
                .sorted(PlannedItem.IN_ORDER)
                .toList()) {
            free(slot, items).stream()
                    .filter(stretch -> stretch.seconds() >= item.seconds())
                    .findFirst()
                    .ifPresent(stretch -> items.add(item.moved(stretch.begins())));
            items.sort(PlannedItem.IN_ORDER);
        }
        return new Packing(slot, List.copyOf(items), free(slot, items));
    }

    /** @param items in order */
    private static List<Stretch> free(Slot slot, List<PlannedItem> items) {
        var free = new ArrayList<Stretch>();
        var at = slot.start();
        for (var item : items) {
            add(free, at, item.at());
            at = item.end();
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
