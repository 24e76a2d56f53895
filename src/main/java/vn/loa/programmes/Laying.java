package vn.loa.programmes;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.PlannedItem.Heard;

/** Lays things one after the other into a slot, from its beginning on, or from the end of what reaches into it. Looks at no end. */
final class Laying {
    private Laying() {}

    /** What cannot be played now is left out. @param schedule of the week, with or without what is in this slot */
    static List<PlannedItem> of(Slot slot, List<Entry> entries, Ground ground, Schedule schedule) {
        var laid = new ArrayList<PlannedItem>();
        var at = Packing.begin(
                slot,
                Stream.concat(ground.heard().stream(), schedule.items().stream())
                        .toList());
        for (var entry : entries) {
            var sound = ground.sounds().get(new Heard(entry.product(), entry.language()));
            if (sound != null) {
                var item = new PlannedItem(at, entry.product(), entry.language(), sound.seconds(), entry.priority());
                laid.add(item);
                at = item.end();
            }
        }
        return laid;
    }
}
