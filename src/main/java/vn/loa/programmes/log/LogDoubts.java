package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.programmes.Communes;
import vn.loa.programmes.Programmes;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.Confirmations.Moment;
import vn.loa.taxonomy.Locality;

/** Says what is odd about entries of the log as it and the programme are now: what is corrected is odd no more. Within the transaction of who asks. */
@ApplicationScoped
class LogDoubts {
    @Inject
    private Stations stations;

    @Inject
    private Programmes programmes;

    @Inject
    private Broadcasts broadcasts;

    /** By ids of entries of a month; those about which nothing is are missing. At most five statements. */
    Map<Long, Set<LogDoubt>> of(Locality place, YearMonth month, List<LogLine> lines) {
        var doubts = new HashMap<Long, Set<LogDoubt>>();
        if (lines.isEmpty()) {
            return doubts;
        }
        broadcasts.odd(lines.stream().map(LogLine::id).toList()).forEach(odd -> {
            note(doubts, odd.id(), odd.clock(), LogDoubt.CLOCK);
            note(doubts, odd.id(), odd.before(), LogDoubt.BEFORE);
            note(doubts, odd.id(), odd.collides(), LogDoubt.AT_ONCE);
        });
        unplanned(place, LogDays.of(month)).forEach(id -> note(doubts, id, true, LogDoubt.UNPLANNED));
        return doubts;
    }

    private static void note(Map<Long, Set<LogDoubt>> doubts, long id, boolean odd, LogDoubt doubt) {
        if (odd) {
            doubts.computeIfAbsent(id, none -> EnumSet.noneOf(LogDoubt.class)).add(doubt);
        }
    }

    /** Where nobody has planned the week, nothing is unplanned. */
    private List<Long> unplanned(Locality place, LogDays days) {
        var editions = stations.of(place)
                .map(station -> programmes.shown(station, Week.of(days.first()), Week.of(days.last())))
                .orElse(List.of());
        if (editions.isEmpty()) {
            return List.of();
        }
        var weeks = editions.stream().map(edition -> edition.programme().week()).collect(Collectors.toSet());
        var told = broadcasts.told(Communes.id(place), days.from(), days.to());
        var ids = broadcasts.toldIds(Communes.id(place), days.from(), days.to());
        var moments = told.stream().map(DueBroadcasts::moment).toList();
        var planned = Schedule.of(editions).items().stream()
                .map(item -> new Moment(item.at(), item.heard()))
                .toList();
        var answers = Confirmations.answers(planned, moments);
        return IntStream.range(0, Math.min(ids.size(), told.size()))
                .filter(i -> !answers.containsKey(i)
                        && told.get(i).outcome() != AiredOutcome.MISSED
                        && weeks.contains(Week.of(moments.get(i).at().toLocalDate())))
                .mapToObj(ids::get)
                .toList();
    }
}
