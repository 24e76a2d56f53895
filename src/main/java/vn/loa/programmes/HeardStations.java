package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.common.Texts;

/** The stations that are heard, for who has to do with them but not with their programmes: templates are none. */
@ApplicationScoped
@Transactional
@Reading
public class HeardStations {
    @Inject
    private Communes communes;

    @Inject
    private Stations stations;

    /** A station that is heard. @param code of its commune in addresses */
    public record HeardStation(long station, String code, Texts place) {
        public static HeardStation of(Station station) {
            return new HeardStation(
                    station.requireId(),
                    station.locality().addressName(),
                    station.locality().label());
        }
    }

    /**
     * The station of a commune.
     *
     * @return empty when there is no station by this name; a template is none
     * @throws vn.loa.accounts.NotPermitted unless they plan its programme
     */
    public Optional<HeardStation> of(String unit, Actor by) {
        return communes.of(unit, by).flatMap(stations::of).map(HeardStation::of);
    }

    /** Stations by their ids. One statement. */
    public Map<Long, HeardStation> named(Collection<Long> ids) {
        return stations.named(ids).stream()
                .map(HeardStation::of)
                .collect(Collectors.toMap(HeardStation::station, each -> each));
    }

    /** Ids of all stations of these units that are heard. One statement. */
    public List<Long> in(Collection<Long> units) {
        return stations.all(units).stream()
                .filter(station -> !station.isTemplate())
                .map(Station::requireId)
                .toList();
    }

    /** Whether somebody plans the programme of a station. */
    public boolean isPlannedBy(long station, Actor by) {
        return stations.find(station)
                .filter(found -> ProgrammePolicy.mayPlan(by, found.locality()))
                .isPresent();
    }
}
