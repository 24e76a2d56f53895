package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.programmes.WorkStations.Place;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Which stations somebody reaches at once who plans several; templates are none. Others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class UrgentReach {
    @Inject
    private Localities localities;

    @Inject
    private Communes communes;

    @Inject
    private Stations stations;

    /** Some stations. @param code of their unit in addresses; empty for all @param label of the unit; none for all */
    public record Area(String code, Texts label, int stations) {}

    /**
     * Those of a unit, by name. Three statements.
     *
     * @param unit name of a commune, or of a unit that holds communes, in addresses; null for all that they plan
     * @return empty when there is no such unit
     */
    public Optional<List<Place>> stations(@Nullable String unit, Actor by) {
        if (unit == null) {
            return Optional.of(places(theirs(by)));
        }
        ProgrammePolicy.requireOverseer(by);
        return localities.find(unit).map(known -> {
            ProgrammePolicy.require(by, known);
            return places(heard(localities.below(Communes.id(known)), by));
        });
    }

    /** The same, also for an officer who looks after one commune and names it. */
    public Optional<List<Place>> within(@Nullable String unit, Actor by) {
        if (unit == null || ProgrammePolicy.isOverseer(by)) {
            return stations(unit, by);
        }
        return communes.of(unit, by)
                .map(known ->
                        stations.of(known).stream().map(UrgentReach::place).toList());
    }

    /** All of them, those of each unit when there are several, and each station by itself. */
    public List<Area> areas(Actor by) {
        var theirs = theirs(by);
        var units = new LinkedHashMap<Long, Area>();
        theirs.stream()
                .flatMap(station -> station.locality().parent().stream())
                .forEach(unit -> units.merge(
                        Communes.id(unit),
                        area(unit),
                        (one, other) -> new Area(one.code(), one.label(), one.stations() + other.stations())));
        var areas = new ArrayList<Area>();
        areas.add(new Area("", Texts.none(), theirs.size()));
        if (units.size() > 1) {
            areas.addAll(units.values());
        }
        theirs.forEach(station -> areas.add(area(station.locality())));
        return areas;
    }

    private static Area area(Locality unit) {
        return new Area(unit.addressName(), unit.label(), 1);
    }

    /** All that they plan, by name. Two statements. */
    List<Station> theirs(Actor by) {
        ProgrammePolicy.requireOverseer(by);
        return heard(by.confinedTo() == null ? null : localities.below(by.confinedTo()), by);
    }

    private List<Station> heard(@Nullable List<Long> units, Actor by) {
        return stations.all(units).stream()
                .filter(station -> !station.isTemplate() && ProgrammePolicy.mayPlan(by, station.locality()))
                .toList();
    }

    private static List<Place> places(List<Station> stations) {
        return stations.stream().map(UrgentReach::place).toList();
    }

    private static Place place(Station station) {
        return new Place(station.locality().addressName(), station.locality().label());
    }
}
