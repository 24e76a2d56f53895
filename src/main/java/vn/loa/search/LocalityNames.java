package vn.loa.search;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Locality;

/** How the index names administrative units: by code and first day, since codes are reused. */
final class LocalityNames {
    private LocalityNames() {}

    static String of(Locality unit) {
        return unit.code() + "@" + unit.validFrom();
    }

    /**
     * The units themselves, what became of them, and everything above those; and what they came from, with what was above it then: whoever
     * looks there shall find it. {@code Localities.within} goes the other way.
     */
    static Set<String> around(Collection<Locality> units) {
        return unitsAround(units).stream().map(LocalityNames::of).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What those of {@link #around} are called, apart from the units themselves. */
    static List<Texts> labelsAround(Collection<Locality> units) {
        return unitsAround(units).stream()
                .filter(unit -> !units.contains(unit))
                .map(Locality::label)
                .distinct()
                .toList();
    }

    private static Set<Locality> unitsAround(Collection<Locality> units) {
        var names = reached(units, unit -> Stream.concat(unit.parent().stream(), unit.successors().stream()));
        var origins = reached(units, unit -> unit.predecessors().stream());
        origins.removeAll(units);
        names.addAll(reached(origins, unit -> unit.parent().stream()));
        return names;
    }

    private static Set<Locality> reached(Collection<Locality> from, Function<Locality, Stream<Locality>> further) {
        var reached = new LinkedHashSet<Locality>();
        var open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            var unit = open.pop();
            if (reached.add(unit)) {
                further.apply(unit).forEach(open::add);
            }
        }
        return reached;
    }
}
