package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A week that was taken over from another station.
 *
 * @param left how many things had no place
 */
record Copying(Schedule schedule, int left) {
    /** What another station plays in a week. */
    record Source(StationSettings settings, Week week, Schedule schedule) {
        List<PlannedItem> in(Slot slot) {
            // An emergency of another time or place is none here.
            return schedule.in(slot).stream().filter(item -> !item.isUrgent()).toList();
        }
    }

    /**
     * The first slot of a day takes what the first slot of that weekday has, and so on, as far as there is room and it can be played. Only slots that have not begun
     * yet take anything; what is urgent there stays, and nothing urgent is taken over. Pure.
     */
    static Copying into(Week week, Schedule before, Ground ground, Source source, LocalDateTime now) {
        var ahead = Ahead.of(before, ground.slots(), now);
        var around = Stream.of(ground.heard(), ahead.past(), ahead.urgent())
                .flatMap(List::stream)
                .toList();
        var items = new ArrayList<>(ahead.urgent());
        var left = 0;
        for (var day : week.days()) {
            var offset = ChronoUnit.DAYS.between(week.monday(), day);
            var theirs = source.settings().slotsOn(source.week().monday().plusDays(offset));
            var ours = ground.settings().slotsOn(day);
            for (var i = 0; i < theirs.size(); i++) {
                var wanted = source.in(theirs.get(i));
                if (i >= ours.size()) {
                    left += wanted.size();
                } else if (ahead.slots().contains(ours.get(i))) {
                    var laid = laid(ours.get(i), theirs.get(i), wanted, ground, around);
                    items.addAll(laid);
                    left += wanted.size() - laid.size();
                }
            }
        }
        return new Copying(ahead.with(items), left);
    }

    private static List<PlannedItem> laid(
            Slot slot, Slot theirs, List<PlannedItem> wanted, Ground ground, List<PlannedItem> around) {
        var urgent = around.stream().filter(item -> item.isUrgent() && slot.contains(item.at()));
        var moved = wanted.stream()
                .flatMap(item -> ground.now(item).stream())
                .map(item -> item.moved(slot.start().plus(Duration.between(theirs.start(), item.at()))));
        return Packing.of(slot, Stream.concat(urgent, moved).toList(), around).items().stream()
                .filter(item -> !item.isUrgent())
                .toList();
    }
}
