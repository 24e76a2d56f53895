package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import vn.loa.accounts.Actor;
import vn.loa.common.Reading;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.PublicProgrammes;
import vn.loa.programmes.log.Confirmations.Moment;

/** What was planned, and of which the log of a commune says nothing. Those of others throw {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
@Reading
public class DueBroadcasts {
    /** So far back somebody is asked. */
    public static final int DAYS = 35;

    @Inject
    private Communes places;

    @Inject
    private PublicProgrammes programmes;

    @Inject
    private Broadcasts broadcasts;

    @Inject
    private Clock clock;

    /** Something that was planned, and of which the log says nothing. @param at when it was to begin */
    public record Due(LocalDateTime at, String slug, Texts title, String language, int seconds) {
        /** Names it in forms. */
        public String name() {
            return at + " " + language + " " + slug;
        }
    }

    /** What was planned before everybody in these last {@value #DAYS} days, is over, and waits for somebody to say whether it was aired; in order. */
    public List<Due> of(String unit, Actor by) {
        return places.of(unit, by)
                .flatMap(place -> {
                    var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
                    var days = new LogDays(today.minusDays(DAYS), today);
                    return programmes
                            .between(place.addressName(), days.first(), days.last())
                            .map(span -> due(
                                    span.days(),
                                    broadcasts.told(Communes.id(place), days.from(), days.to()),
                                    LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE)));
                })
                .orElse(List.of());
    }

    /** Of what is planned for these days, and is over by now, that of which the log says nothing; in order. Pure. */
    public static List<Due> due(List<PlayedDay> days, List<Aired> told, LocalDateTime now) {
        var planned = days.stream()
                .flatMap(day -> day.blocks().stream())
                .flatMap(block -> block.lines().stream())
                .filter(line -> !line.end().isAfter(now))
                .toList();
        var lines = new HashMap<Moment, PlayedDay.Line>();
        planned.forEach(line -> lines.put(moment(line), line));
        return Confirmations.due(
                        planned.stream().map(DueBroadcasts::moment).toList(),
                        told.stream().map(DueBroadcasts::moment).toList())
                .stream()
                .flatMap(moment -> Stream.ofNullable(lines.get(moment)))
                .map(line -> new Due(
                        line.at(),
                        line.sound().slug(),
                        line.sound().title(),
                        line.sound().language(),
                        line.sound().seconds()))
                .toList();
    }

    static Moment moment(Aired told) {
        return new Moment(
                LocalDateTime.ofInstant(told.at(), TimeSource.ZONE), new Heard(told.product(), told.language()));
    }

    private static Moment moment(PlayedDay.Line line) {
        return new Moment(
                line.at(), new Heard(line.sound().product(), line.sound().language()));
    }
}
