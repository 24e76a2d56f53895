package vn.loa.programmes;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.PlannedItem.Heard;

/**
 * A slot as somebody has written it. What is urgent, and what has begun, stays where it is; what is being heard can only be taken away. The rest is laid around it,
 * one thing after the other, from the beginning of the slot on, or from the end of what reaches into it. Looks at no end.
 *
 * @param fixed what stays
 * @param items all of it, in order
 * @param left how much of what was written cannot be played now
 */
record Laying(List<PlannedItem> fixed, List<PlannedItem> items, int left) {
    Laying {
        fixed = List.copyOf(fixed);
        items = List.copyOf(items);
    }

    /**
     * @param entries of all that the slot shows; what stays is none that can be moved
     * @param schedule of the week
     * @param begun what begins no later than this stays as it is, see {@link Programme#begunBy}
     */
    static Laying of(Slot slot, List<Entry> entries, Ground ground, Schedule schedule, LocalDateTime begun) {
        var movable = new ArrayList<>(entries.stream()
                // Nobody makes anything urgent by writing it into a slot.
                .filter(entry -> entry.priority() != ItemPriority.URGENT)
                .toList());
        var fixed = new ArrayList<PlannedItem>();
        for (var item : schedule.in(slot)) {
            var written = !item.isUrgent() && item.hasBegun(begun) && movable.remove(first(movable, item));
            if (item.isUrgent() || written || item.isOver(begun)) {
                fixed.add(item);
            }
        }
        var items = new ArrayList<>(fixed);
        var left = 0;
        var at = begin(slot, ground, schedule, begun);
        for (var entry : movable) {
            var sound = ground.sounds().get(new Heard(entry.product(), entry.language()));
            if (sound == null) {
                left++;
            } else {
                var item = new PlannedItem(at, entry.product(), entry.language(), sound.seconds(), entry.priority());
                for (var other : fixed) {
                    if (other.at().isBefore(item.end()) && other.end().isAfter(item.at())) {
                        item = item.moved(other.end());
                    }
                }
                items.add(item);
                at = item.end();
            }
        }
        items.sort(PlannedItem.IN_ORDER);
        return new Laying(fixed, items, left);
    }

    private static LocalDateTime begin(Slot slot, Ground ground, Schedule schedule, LocalDateTime begun) {
        var free = Packing.begin(
                slot,
                Stream.concat(ground.heard().stream(), schedule.items().stream())
                        .toList());
        return begun.isAfter(free) ? begun : free;
    }

    private static @Nullable Entry first(List<Entry> entries, PlannedItem item) {
        return entries.stream()
                .filter(entry -> item.heard().equals(new Heard(entry.product(), entry.language())))
                .findFirst()
                .orElse(null);
    }

    /** What is wrong with it, but not with what cannot be changed. */
    List<ScheduleProblem> errors(Ground ground) {
        var before = ground.errors(new Schedule(fixed));
        return ground.errors(new Schedule(items)).stream()
                .filter(problem -> !before.contains(problem))
                .toList();
    }
}
