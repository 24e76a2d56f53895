package vn.loa.questions;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.taxonomy.Locality;

/**
 * The units that somebody may mean by the name they typed: with or without diacritics, with or without its kind, and by a name that is no more. Units of
 * today come before those that were, which stand for what became of them.
 *
 * @param units none when nothing is called so, several when it is not clear which
 */
record PlaceSought(List<Locality> units) {
    static PlaceSought of(String typed, List<Locality> all) {
        var wanted = folded(typed);
        if (wanted.isEmpty()) {
            return new PlaceSought(List.of());
        }
        var named = new LinkedHashSet<Locality>();
        all.stream()
                .filter(unit -> unit.validTo().isEmpty() && isCalled(unit, wanted, typed))
                .forEach(named::add);
        if (named.isEmpty()) {
            all.stream()
                    .filter(unit -> unit.validTo().isPresent() && isCalled(unit, wanted, typed))
                    .flatMap(PlaceSought::ofToday)
                    .forEach(named::add);
        }
        return new PlaceSought(List.copyOf(named));
    }

    /** What a unit that is no more has become; itself when nobody knows. */
    private static Stream<Locality> ofToday(Locality former) {
        var today = former.successors().stream()
                .filter(unit -> unit.validTo().isEmpty())
                .toList();
        return today.isEmpty() ? Stream.of(former) : today.stream();
    }

    private static boolean isCalled(Locality unit, String wanted, String typed) {
        return names(unit).contains(wanted) || typed.equals(unit.code()) || typed.equals(unit.addressName());
    }

    private static Set<String> names(Locality unit) {
        var names = new LinkedHashSet<String>();
        names.add(folded(unit.name()));
        unit.label().asMap().values().forEach(label -> names.add(folded(label)));
        names.add(folded(withinParent(unit)));
        return names;
    }

    /** {@code Xã Lũng Nặm, Tỉnh Cao Bằng}: tells units of one name apart. */
    static String withinParent(Locality unit) {
        var label = unit.label().in(Texts.FALLBACK);
        return unit.parent()
                .map(parent -> label + ", " + parent.label().in(Texts.FALLBACK))
                .orElse(label);
    }

    private static String folded(String name) {
        try {
            return Slug.of(name).value();
        } catch (IllegalArgumentException nothingToRead) {
            return "";
        }
    }
}
