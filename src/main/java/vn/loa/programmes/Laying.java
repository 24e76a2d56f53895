package vn.loa.programmes;

import java.util.ArrayList;
import java.util.List;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.PlannedItem.Heard;

/** Lays things one after the other into a slot, from its beginning on. Looks at no end. */
final class Laying {
    private Laying() {}

    /** What cannot be played now is left out. */
    static List<PlannedItem> of(Slot slot, List<Entry> entries, Ground ground) {
        var laid = new ArrayList<PlannedItem>();
        var at = slot.start();
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
