package vn.loa.programmes;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A week that was taken over from another station.
 *
 * @param left how many things had no place
 */
record Copying(Schedule schedule, int left) {
    /** What another station plays in a week. */
    record Source(StationSettings settings, Week week, Schedule schedule) {}

    /** The first slot of a day takes what the first slot of that weekday has, and so on, as far as there is room and it can be played. */
    static Copying into(Week week, Ground ground, Source source) {
        var items = new ArrayList<PlannedItem>();
        for (var day : week.days()) {
            var offset = ChronoUnit.DAYS.between(week.monday(), day);
            var theirs = source.settings().slotsOn(source.week().monday().plusDays(offset));
            var ours = ground.settings().slotsOn(day);
            for (var i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
                items.addAll(fitting(ours.get(i), source.schedule().in(theirs.get(i)), ground));
            }
        }
        return new Copying(new Schedule(items), source.schedule().items().size() - items.size());
    }

    private static List<PlannedItem> fitting(Slot slot, List<PlannedItem> items, Ground ground) {
        var laid = new ArrayList<PlannedItem>();
        var at = slot.start();
        for (var item : items) {
            var now = ground.now(item);
            if (now.isPresent() && !at.plusSeconds(now.get().seconds()).isAfter(slot.end())) {
                laid.add(now.get().moved(at));
                at = at.plusSeconds(now.get().seconds());
            }
        }
        return laid;
    }
}
