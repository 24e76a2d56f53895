package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import vn.loa.programmes.Communes;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.Confirmations.Moment;
import vn.loa.programmes.log.PlannedBroadcasts.Planned;
import vn.loa.taxonomy.Locality;

/** Says what is odd about entries of the log as it and the programme are now: what is corrected is odd no more. Within the transaction of who asks. */
@ApplicationScoped
class LogDoubts {
    @Inject
    private Stations stations;

    @Inject
    private PlannedBroadcasts plans;

    @Inject
    private Broadcasts broadcasts;

    /** By ids of entries of a month; those about which nothing is are missing. At most six statements. */
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
        unplanned(place, month).forEach(id -> note(doubts, id, true, LogDoubt.UNPLANNED));
        return doubts;
    }

    private static void note(Map<Long, Set<LogDoubt>> doubts, long id, boolean odd, LogDoubt doubt) {
        if (odd) {
            doubts.computeIfAbsent(id, none -> EnumSet.noneOf(LogDoubt.class)).add(doubt);
        }
    }

    /** Where nobody has planned the week, nothing is unplanned. */
    private List<Long> unplanned(Locality place, YearMonth month) {
        var days = LogDays.of(month).around();
        var planned = stations.of(place)
                .map(station -> plans.of(station, Week.of(days.first()), Week.of(days.last())))
                .orElse(Planned.NONE);
        if (planned.weeks().isEmpty()) {
            return List.of();
        }
        var told = broadcasts.told(Communes.id(place), days);
        var moments = told.stream().map(Logged::moment).toList();
        var answers = Confirmations.answers(
                planned.schedule().items().stream()
                        .map(item -> new Moment(item.at(), item.heard()))
                        .toList(),
                moments);
        return IntStream.range(0, told.size())
                .filter(i -> !answers.containsKey(i)
                        && told.get(i).isHeard()
                        && month.equals(YearMonth.from(told.get(i).at()))
                        && planned.weeks().contains(Week.of(moments.get(i).at().toLocalDate())))
                .mapToObj(i -> told.get(i).id())
                .toList();
    }
}
