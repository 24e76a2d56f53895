package vn.loa.search;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.loa.taxonomy.Locality;

/** How the index names administrative units: by code and first day, since codes are reused. */
final class LocalityNames {
    private LocalityNames() {}

    static String of(Locality unit) {
        return unit.code() + "@" + unit.validFrom();
    }

    /**
     * The units themselves, what became of them, and everything above those: whoever looks there shall find it. {@code Localities.within}
     * goes the other way.
     */
    static Set<String> around(Collection<Locality> units) {
        var names = new LinkedHashSet<String>();
        var open = new ArrayDeque<>(units);
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (names.add(of(unit))) {
                unit.parent().ifPresent(open::add);
                open.addAll(unit.successors());
            }
        }
        return names;
    }
}
