package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.catalog.HeardWorks;
import vn.loa.common.TimeSource;
import vn.loa.programmes.OnAir;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.Programmes;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.Station;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;

/**
 * What was planned for a station and could be heard: the one answer for everybody who compares it with the log, so that the page of the officer, the log and what is filed count the same. Of days that are over that is not
 * what came while the station was silent by the slots and holidays that it had then, nor what was withdrawn before its time: what was changed or withdrawn since does not change what was. Within the transaction of who
 * asks.
 */
@ApplicationScoped
public class PlannedBroadcasts {
    @Inject
    private Programmes programmes;

    @Inject
    private Stations stations;

    @Inject
    private HeardWorks works;

    @Inject
    private Clock clock;

    /**
     * @param schedule of today and later all that everybody sees
     * @param stopped emergencies that stand in no programme any more: nobody waits for them, but what was heard of them was heard of emergencies
     * @param weeks of which everybody sees a programme
     */
    public record Planned(Schedule schedule, List<PlannedItem> stopped, Set<Week> weeks) {
        static final Planned NONE = new Planned(Schedule.empty(), List.of(), Set.of());

        public Planned {
            stopped = List.copyOf(stopped);
            weeks = Set.copyOf(weeks);
        }

        /** All that an entry of the log may be of. */
        List<PlannedItem> all() {
            return Stream.concat(schedule.items().stream(), stopped.stream()).toList();
        }
    }

    /** In these weeks, both counted. At most four statements. */
    public Planned of(Station station, Week first, Week last) {
        var editions = programmes.shown(station, first, last);
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        var schedule = Schedule.of(editions);
        return new Planned(
                first.monday().isBefore(today) ? heard(station, first, schedule, today) : schedule,
                programmes.stopped(station, first.starts(), last.plus(1).starts()),
                editions.stream().map(edition -> edition.programme().week()).collect(Collectors.toSet()));
    }

    private Schedule heard(Station station, Week first, Schedule schedule, LocalDate today) {
        var onAir = stations.onAir(station, first.starts());
        var gone = works.gone(
                schedule.only(item -> item.at().toLocalDate().isBefore(today)).products());
        return schedule.only(item -> !item.at().toLocalDate().isBefore(today)
                || isHeard(item, onAir, Optional.ofNullable(gone.get(item.product()))));
    }

    private static boolean isHeard(PlannedItem item, OnAir onAir, Optional<Instant> gone) {
        var moment = item.at().atZone(TimeSource.ZONE).toInstant();
        return onAir.isHeard(item)
                && gone.filter(since -> !since.isAfter(moment)).isEmpty();
    }
}
