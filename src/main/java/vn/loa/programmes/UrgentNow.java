package vn.loa.programmes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.WorkStations.Place;

/** Reads which emergencies may be heard, now or later, for whoever can stop them: stations that learn of one late play it late, unless it is known that it was heard there. */
@ApplicationScoped
@Transactional
@Reading
public class UrgentNow {
    @Inject
    private Communes communes;

    @Inject
    private UrgentReach reach;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private HeardUrgently heard;

    @Inject
    private HeardWorks works;

    @Inject
    private Clock clock;

    /**
     * An emergency that may still be heard.
     *
     * @param product id of the work
     * @param languages codes
     * @param begins when the first of it does, or did
     * @param ends when the last of it does
     * @param places where, by name
     */
    public record Emergency(
            long product,
            Texts title,
            List<String> languages,
            LocalDateTime begins,
            LocalDateTime ends,
            List<Place> places) {
        public Emergency {
            languages = List.copyOf(languages);
            places = List.copyOf(places);
        }
    }

    private record Found(Station station, PlannedItem item) {}

    /** Those of one station, which began first coming first. At most six statements. @throws vn.loa.accounts.NotPermitted unless they plan its programme */
    public List<Emergency> at(String unit, Actor by) {
        return communes.of(unit, by)
                .flatMap(stations::of)
                .map(station -> of(List.of(station.requireId())))
                .orElse(List.of());
    }

    /** The same of a station that {@link vn.loa.programmes.desk.CommuneDesks} has shown to somebody who plans its programme. At most four statements. */
    public List<Emergency> at(HeardStation station) {
        return of(List.of(station.station()));
    }

    /** Those of all stations that somebody plans who plans several. At most six statements. @throws vn.loa.accounts.NotPermitted for others */
    public List<Emergency> all(Actor by) {
        return of(reach.theirs(by).stream().map(Station::requireId).toList());
    }

    /** @param where ids of stations */
    private List<Emergency> of(Collection<Long> where) {
        var now = LocalDateTime.now(clock.withZone(TimeSource.ZONE));
        var found =
                programmes
                        .urgent(
                                where,
                                Week.of(now.toLocalDate().minusDays(1)),
                                Week.of(now.toLocalDate().plusDays(1)))
                        .stream()
                        .flatMap(edition -> edition.schedule().items().stream()
                                .filter(item -> item.mayPress(now))
                                .map(item -> new Found(edition.programme().station(), item)))
                        .sorted(Comparator.comparing((Found each) -> each.item().at())
                                .thenComparing(each -> each.station().locality().name()))
                        .toList();
        var late = found.stream().filter(each -> each.item().isOver(now)).toList();
        if (!late.isEmpty()) {
            var over = heard.since(
                    late.stream()
                            .map(each -> Communes.id(each.station().locality()))
                            .distinct()
                            .toList(),
                    late.get(0).item().at());
            found = found.stream()
                    .filter(each -> !each.item().isOver(now)
                            || !over.contains(new HeardUrgently.Told(
                                    Communes.id(each.station().locality()),
                                    each.item().at(),
                                    each.item().heard())))
                    .toList();
        }
        var byWork = new LinkedHashMap<Long, List<Found>>();
        found.forEach(each -> byWork.merge(
                each.item().product(),
                List.of(each),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList()));
        var named = works.of(List.copyOf(byWork.keySet()));
        return byWork.entrySet().stream()
                .map(work -> emergency(work.getKey(), title(work.getKey(), named), work.getValue()))
                .toList();
    }

    private static Texts title(long product, List<HeardWork> named) {
        return named.stream()
                .filter(work -> work.product() == product)
                .map(HeardWork::title)
                .findFirst()
                .orElse(Texts.none());
    }

    private static Emergency emergency(long product, Texts title, List<Found> found) {
        var languages = new TreeSet<String>();
        found.forEach(each -> languages.add(each.item().language()));
        return new Emergency(
                product,
                title,
                List.copyOf(languages),
                found.get(0).item().at(),
                found.stream()
                        .map(each -> each.item().end())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                found.stream()
                        .map(each -> each.station().locality())
                        .distinct()
                        .map(place -> new Place(place.addressName(), place.label()))
                        .toList());
    }
}
