package vn.loa.programmes;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.programmes.PlannedItem.Heard;

/** Which of what was planned the log says nothing of. Pure. */
final class Confirmations {
    private Confirmations() {}

    /** @param at when it was to begin, or did, by the clock of Vietnam */
    record Moment(LocalDateTime at, Heard heard) {}

    private record Pair(int planned, int told, Duration apart) {}

    /**
     * Those that are due, in their order. An entry of the log answers the nearest of the same work and language that was planned on its day, and one alone: what
     * was aired twelve minutes late was aired, and what was aired in the evening does not stand for the morning when both were planned.
     */
    static List<Moment> due(List<Moment> planned, List<Moment> told) {
        var toldByDay = told.stream().collect(Collectors.groupingBy(Confirmations::day));
        var plannedByDay = planned.stream().collect(Collectors.groupingBy(Confirmations::day));
        var due = new ArrayList<Moment>();
        plannedByDay.forEach((day, wanted) -> due.addAll(unanswered(wanted, toldByDay.getOrDefault(day, List.of()))));
        due.sort(Comparator.comparing(Moment::at)
                .thenComparing(each -> each.heard().toString()));
        return due;
    }

    private record Day(LocalDate date, Heard heard) {}

    private static Day day(Moment moment) {
        return new Day(moment.at().toLocalDate(), moment.heard());
    }

    private static List<Moment> unanswered(List<Moment> planned, List<Moment> told) {
        var pairs = new ArrayList<Pair>();
        for (var i = 0; i < planned.size(); i++) {
            for (var j = 0; j < told.size(); j++) {
                pairs.add(new Pair(
                        i,
                        j,
                        Duration.between(planned.get(i).at(), told.get(j).at()).abs()));
            }
        }
        pairs.sort(
                Comparator.comparing(Pair::apart).thenComparing(Pair::planned).thenComparing(Pair::told));
        var answered = new HashSet<Integer>();
        var used = new HashSet<Integer>();
        for (var pair : pairs) {
            if (!answered.contains(pair.planned()) && !used.contains(pair.told())) {
                answered.add(pair.planned());
                used.add(pair.told());
            }
        }
        var left = new ArrayList<Moment>();
        for (var i = 0; i < planned.size(); i++) {
            if (!answered.contains(i)) {
                left.add(planned.get(i));
            }
        }
        return left;
    }
}
