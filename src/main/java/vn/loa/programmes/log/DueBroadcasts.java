package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.HeardWorks;
import vn.loa.catalog.StationSounds;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.Grounds;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.Station;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.Confirmations.Moment;
import vn.loa.taxonomy.Locality;

/**
 * What was planned, as {@link PlannedBroadcasts} knows it, and of which the log of a commune says nothing. Those of others throw {@link vn.loa.accounts.NotPermitted}.
 */
@ApplicationScoped
@Transactional
@Reading
public class DueBroadcasts {
    @Inject
    private Communes places;

    @Inject
    private Stations stations;

    @Inject
    private PlannedBroadcasts plans;

    @Inject
    private StationSounds sounds;

    @Inject
    private HeardWorks works;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private MonthReports reports;

    @Inject
    private Clock clock;

    /** Something that was planned, and of which the log says nothing. @param at when it was to begin @param product id of the work */
    public record Due(LocalDateTime at, long product, String slug, Texts title, String language, int seconds) {
        public LocalDateTime end() {
            return at.plusSeconds(seconds);
        }

        Moment moment() {
            return new Moment(at, new Heard(product, language));
        }

        /** Names it in forms. */
        public String name() {
            return at + " " + language + " " + slug;
        }
    }

    /**
     * What was planned before everybody, is over, and waits for somebody to say whether it was aired; in order. It reaches as far back as
     * {@link MonthReports.Filings#since}. At most eleven statements.
     */
    public List<Due> of(String unit, Actor by) {
        return places.of(unit, by)
                .flatMap(place -> stations.of(place).map(station -> of(place, station)))
                .orElse(List.of());
    }

    private List<Due> of(Locality place, Station station) {
        var now = LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE);
        var today = now.toLocalDate();
        var days = new LogDays(reports.filings(Communes.id(place), today).since(), today);
        var all = plans.of(station, Week.of(days.first()), Week.of(today));
        var schedule = all.schedule();
        var later = schedule.only(item -> !item.at().toLocalDate().isBefore(today));
        var played = PlayedDay.of(today, station.settings(), later, Grounds.byHeard(sounds.of(later.products())));
        var planned = planned(schedule, List.of(played), works.of(schedule.products()), days);
        return due(planned, all.stopped(), broadcasts.told(Communes.id(place), days.around()), now);
    }

    /**
     * What was, or is, to be played on some days, in order. Pure.
     *
     * @param schedule what everybody sees
     * @param played what can be heard on the last day; days before it are over
     */
    public static List<Due> planned(Schedule schedule, List<PlayedDay> played, List<HeardWork> works, LogDays days) {
        var named = works.stream().collect(Collectors.toMap(HeardWork::product, Function.identity()));
        var over = schedule.items().stream()
                .filter(item -> days.isBeforeLast(item.at().toLocalDate()))
                .flatMap(item -> Stream.ofNullable(named.get(item.product())).map(work -> of(item, work)));
        var last = played.stream()
                .filter(day -> day.date().equals(days.last()))
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .map(DueBroadcasts::of);
        return Stream.concat(over, last).toList();
    }

    private static Due of(PlannedItem item, HeardWork work) {
        return new Due(item.at(), item.product(), work.slug(), work.title(), item.language(), item.seconds());
    }

    private static Due of(PlayedDay.Line line) {
        var sound = line.sound();
        return new Due(line.at(), sound.product(), sound.slug(), sound.title(), sound.language(), sound.seconds());
    }

    /** Of what was planned, and is over by now, that of which the log says nothing; in order. Pure. @param stopped nobody waits for it, but what was heard of it is no answer to anything else */
    public static List<Due> due(List<Due> planned, List<PlannedItem> stopped, List<Logged> told, LocalDateTime now) {
        var over = planned.stream().filter(each -> !each.end().isAfter(now)).toList();
        var named = new HashMap<Moment, Due>();
        over.forEach(each -> named.put(each.moment(), each));
        return Confirmations.due(
                        Stream.concat(
                                        over.stream().map(Due::moment),
                                        stopped.stream().map(item -> new Moment(item.at(), item.heard())))
                                .toList(),
                        told.stream().map(Logged::moment).toList())
                .stream()
                .flatMap(moment -> Stream.ofNullable(named.get(moment)))
                .toList();
    }
}
