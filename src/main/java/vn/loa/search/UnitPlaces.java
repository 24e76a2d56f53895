package vn.loa.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.search.PlaceNames.Place;
import vn.loa.taxonomy.Locality;

/** Administrative units as places that are offered: those that are no more by what has become of them, for people go on calling them by their old names. */
final class UnitPlaces {
    static final String KIND = "locality";

    private UnitPlaces() {}

    /** @param successions ids of what each unit has become, by its own */
    static List<Place> of(Collection<Locality> units, Map<Long, List<Long>> successions) {
        var byId = units.stream().collect(Collectors.toMap(Locality::id, Function.identity()));
        return units.stream()
                .map(unit -> unit.validTo().isEmpty()
                        ? new Place(KIND, unit.label(), addressOf(unit), false, null, unit.code())
                        : former(
                                unit,
                                successions.getOrDefault(unit.id(), List.of()).stream()
                                        .flatMap(id -> Stream.ofNullable(byId.get(id)))
                                        .toList()))
                .toList();
    }

    /** Of what was parted among several no single one is what it is now. */
    private static Place former(Locality unit, List<Locality> successors) {
        if (successors.size() != 1) {
            return new Place(KIND, unit.label(), addressOf(unit), true, null, unit.code());
        }
        var successor = successors.get(0);
        return new Place(KIND, unit.label(), addressOf(successor), true, successor.label(), unit.code());
    }

    private static String addressOf(Locality unit) {
        return "/dia-ban/" + unit.addressName();
    }
}
