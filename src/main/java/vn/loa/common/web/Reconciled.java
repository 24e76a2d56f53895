package vn.loa.common.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * What somebody wrote into the fields of a page, brought together with what others have saved since that page was made: what only one of them has changed is
 * taken from that one, and where both have written something else, neither is.
 *
 * @param values by field: what it shall hold; where both wrote, what was written here
 * @param theirs by field, where both wrote: what the other has saved
 * @param taken the fields that were taken from the other
 */
public record Reconciled(Map<String, String> values, Map<String, String> theirs, List<String> taken) {
    public Reconciled {
        values = new LinkedHashMap<>(values);
        theirs = new LinkedHashMap<>(theirs);
        taken = List.copyOf(taken);
    }

    /**
     * Brings them together. A field that is missing in what the page held at first is one of which nobody knows what it held: then both wrote, unless they
     * agree.
     *
     * @param base what the fields held when the page was made
     * @param mine what was written into them; those that are missing here were not asked for, and stay
     * @param there what they hold by now
     */
    public static Reconciled of(Map<String, String> base, Map<String, String> mine, Map<String, String> there) {
        var values = new LinkedHashMap<String, String>();
        var theirs = new LinkedHashMap<String, String>();
        var taken = new ArrayList<String>();
        var names = new LinkedHashSet<>(there.keySet());
        names.addAll(mine.keySet());
        for (var name : names) {
            var now = there.getOrDefault(name, "");
            var here = mine.getOrDefault(name, now);
            var once = base.get(name);
            if (here.equals(now) || now.equals(once)) {
                values.put(name, here);
            } else if (here.equals(once)) {
                values.put(name, now);
                taken.add(name);
            } else {
                values.put(name, here);
                theirs.put(name, now);
            }
        }
        return new Reconciled(values, theirs, taken);
    }

    /** Whether something has been written by both. */
    public boolean isClash() {
        return !theirs.isEmpty();
    }
}
