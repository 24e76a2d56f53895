package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.loa.programmes.Communes;
import vn.loa.programmes.Stations;
import vn.loa.programmes.Week;
import vn.loa.programmes.log.Confirmations.Moment;
import vn.loa.programmes.log.PlannedBroadcasts.Planned;
import vn.loa.taxonomy.Locality;

/** Says what is odd about entries of the log, and which were heard of emergencies, as it and the programme are now: what is corrected is odd no more. Within the transaction of who asks. */
@ApplicationScoped
public class LogDoubts {
    @Inject
    private Stations stations;

    @Inject
    private PlannedBroadcasts plans;

    @Inject
    private Broadcasts broadcasts;

    /** What stands beside entries. @param doubts by their ids; those about which nothing is odd are missing @param urgent ids of those that were heard of an emergency, whatever became of it since */
    public record Marks(Map<Long, Set<LogDoubt>> doubts, Set<Long> urgent) {
        public static final Marks NONE = new Marks(Map.of(), Set.of());

        public Marks {
            doubts = Map.copyOf(doubts);
            urgent = Set.copyOf(urgent);
        }

        /** In no order. */
        public Set<LogDoubt> doubts(long id) {
            return doubts.getOrDefault(id, Set.of());
        }
    }

    /** Of entries of a month. At most seven statements. */
    Marks of(Locality place, YearMonth month, List<LogLine> lines) {
        if (lines.isEmpty()) {
            return Marks.NONE;
        }
        var doubts = new HashMap<Long, Set<LogDoubt>>();
        broadcasts.odd(lines.stream().map(LogLine::id).toList()).forEach(odd -> {
            note(doubts, odd.id(), odd.clock(), LogDoubt.CLOCK);
            note(doubts, odd.id(), odd.before(), LogDoubt.BEFORE);
            note(doubts, odd.id(), odd.collides(), LogDoubt.AT_ONCE);
        });
        var days = LogDays.of(month).around();
        var planned = stations.of(place)
                .map(station -> plans.of(station, Week.of(days.first()), Week.of(days.last())))
                .orElse(Planned.NONE);
        var told = broadcasts.told(Communes.id(place), days);
        var moments = told.stream().map(Logged::moment).toList();
        var all = planned.all();
        var answers = Confirmations.answers(
                all.stream().map(item -> new Moment(item.at(), item.heard())).toList(), moments);
        var urgent = new HashSet<Long>();
        for (var i = 0; i < told.size(); i++) {
            var each = told.get(i);
            var answered = answers.get(i);
            if (answered != null && all.get(answered).isUrgent()) {
                urgent.add(each.id());
            }
            // Where nobody has planned the week, nothing is unplanned.
            note(
                    doubts,
                    each.id(),
                    answered == null
                            && each.isHeard()
                            && month.equals(YearMonth.from(each.at()))
                            && planned.weeks()
                                    .contains(Week.of(moments.get(i).at().toLocalDate())),
                    LogDoubt.UNPLANNED);
        }
        return new Marks(doubts, urgent);
    }

    private static void note(Map<Long, Set<LogDoubt>> doubts, long id, boolean odd, LogDoubt doubt) {
        if (odd) {
            doubts.computeIfAbsent(id, none -> EnumSet.noneOf(LogDoubt.class)).add(doubt);
        }
    }
}
