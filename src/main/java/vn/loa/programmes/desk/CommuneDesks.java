package vn.loa.programmes.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWorks;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Reading;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.Grounds;
import vn.loa.programmes.HeardStations.HeardStation;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.Programme;
import vn.loa.programmes.ProgrammePolicy;
import vn.loa.programmes.Programmes;
import vn.loa.programmes.Station;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.WorkWeeks;
import vn.loa.programmes.desk.CommuneDesk.Coming;
import vn.loa.programmes.log.Broadcasts;
import vn.loa.programmes.log.DueBroadcasts;
import vn.loa.programmes.log.DueBroadcasts.Due;
import vn.loa.programmes.log.DueDay;
import vn.loa.programmes.log.LogDays;
import vn.loa.programmes.log.MonthReport.Told;
import vn.loa.programmes.log.MonthReports;
import vn.loa.programmes.log.PlannedBroadcasts;
import vn.loa.programmes.playout.PairPlayout.Player;
import vn.loa.programmes.playout.PlayoutPlayers;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Puts together what the officer of a commune looks at first, in at most ten statements. Communes of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class CommuneDesks {
    /** So long a player may take to tell that something was played. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    @Inject
    private Localities localities;

    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private StationSounds sounds;

    @Inject
    private HeardWorks works;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private PlayoutPlayers players;

    @Inject
    private MonthReports reports;

    @Inject
    private PlannedBroadcasts plans;

    @Inject
    private Clock clock;

    /** That of the commune which an officer is confined to; empty when it is none. */
    public Optional<CommuneDesk> own(Actor by) {
        return Optional.ofNullable(by.confinedTo())
                .flatMap(unit -> stations.at(unit)
                        .map(station -> read(station, by))
                        .orElseGet(() -> localities
                                .find(unit)
                                .filter(CommuneDesks::isHeard)
                                .map(place -> empty(place, by))));
    }

    /** @param unit name in addresses @return empty when there is no such commune */
    public Optional<CommuneDesk> of(String unit, Actor by) {
        ProgrammePolicy.requirePlanner(by);
        return localities.find(unit).filter(CommuneDesks::isHeard).map(place -> {
            ProgrammePolicy.require(by, place);
            return stations.of(place).flatMap(station -> read(station, by)).orElseGet(() -> empty(place, by));
        });
    }

    private static boolean isHeard(Locality place) {
        return !Station.isTemplate(place);
    }

    /** A commune whose station nobody has set up yet. */
    private CommuneDesk empty(Locality place, Actor by) {
        ProgrammePolicy.require(by, place);
        var now = now();
        var filings = reports.filings(Communes.id(place), now.toLocalDate());
        var report = MonthReports.next(filings, Told.NOTHING, now);
        return new CommuneDesk(
                place.addressName(),
                place.label(),
                null,
                0,
                now,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                0,
                null,
                List.of(),
                null,
                report.report(),
                report.lastFiled());
    }

    private Optional<CommuneDesk> read(Station station, Actor by) {
        if (station.isTemplate()) {
            return Optional.empty();
        }
        var place = station.locality();
        ProgrammePolicy.require(by, place);
        var now = now();
        var today = now.toLocalDate();
        var next = Week.of(today).plus(1);
        var filings = reports.filings(Communes.id(place), today);
        var logged = new LogDays(filings.since(), today);
        var all = plans.of(station, Week.of(logged.first()), next);
        var schedule = all.schedule();
        var playable = Grounds.byHeard(sounds.of(schedule.products()));
        var days = today.datesUntil(next.sunday().plusDays(1))
                .map(day -> PlayedDay.of(day, station.settings(), schedule, playable))
                .toList();
        var lines = days.stream()
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .toList();
        var planned = DueBroadcasts.planned(schedule, days, works.of(schedule.products()), logged);
        var told = broadcasts.told(Communes.id(place), logged.around());
        var due = DueBroadcasts.due(planned, all.stopped(), told, now);
        var report = MonthReports.next(filings, new Told(schedule.items(), all.stopped(), planned, told), now);
        return Optional.of(new CommuneDesk(
                place.addressName(),
                place.label(),
                HeardStation.of(station),
                station.settings().slots().size(),
                now,
                lines.stream()
                        .filter(line -> line.at().toLocalDate().equals(today))
                        .toList(),
                lines.stream()
                        .filter(line -> line.at().isAfter(now))
                        .limit(CommuneDesk.MOST_AHEAD)
                        .toList(),
                station.settings().slots().isEmpty() ? List.of() : coming(station, now),
                DueDay.of(due).stream().limit(CommuneDesk.MOST_DAYS).toList(),
                due.size(),
                due.isEmpty() ? null : due.get(0).at().toLocalDate(),
                players(place),
                expected(planned, now),
                report.report(),
                report.lastFiled()));
    }

    /** What is over cannot be planned. */
    private List<Coming> coming(Station station, LocalDateTime now) {
        var current = Week.of(now.toLocalDate());
        var known = programmes.between(List.of(station), current, current.plus(1));
        return Stream.of(current, current.plus(1))
                .filter(week -> station.settings().slotsOf(week).stream()
                        .anyMatch(slot -> slot.end().isAfter(now)))
                .map(week -> {
                    var programme = known.stream()
                            .filter(each -> each.week().equals(week))
                            .findFirst();
                    return new Coming(
                            week,
                            week.equals(current),
                            WorkWeeks.state(programme),
                            programme.map(Programme::version).orElse(0L));
                })
                .toList();
    }

    private List<Player> players(Locality place) {
        return players.of(place).stream()
                .map(Player::of)
                .sorted(Comparator.comparing(CommuneDesks::seen, Comparator.reverseOrder()))
                .toList();
    }

    private static Instant seen(Player player) {
        return Optional.ofNullable(player.seen()).orElse(Instant.EPOCH);
    }

    private static @Nullable LocalDateTime expected(List<Due> planned, LocalDateTime now) {
        return planned.stream()
                .map(Due::end)
                .filter(end -> end.isBefore(now.minus(PATIENCE)) && end.isAfter(now.minusDays(1)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE);
    }
}
