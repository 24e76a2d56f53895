package vn.loa.programmes.log;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.PlannedItem.Heard;

/** Which of what was planned the log says nothing of. Pure. */
final class Confirmations {
    private Confirmations() {}

    /** @param at when it was to begin, or did, by the clock of Vietnam */
    record Moment(LocalDateTime at, Heard heard) {}

    private record Pair(int planned, int told, Duration apart) {}

    /**
     * Those that are due, in their order. An entry of the log answers the nearest of the same work and language that was planned within half an hour of it, and one
     * alone: what was aired twelve minutes late was aired, and what was aired in the evening, planned or not, does not stand for the morning.
     */
    static List<Moment> due(List<Moment> planned, List<Moment> told) {
        var answered = Set.copyOf(answers(planned, told).values());
        return IntStream.range(0, planned.size())
                .filter(i -> !answered.contains(i))
                .mapToObj(planned::get)
                .sorted(Comparator.comparing(Moment::at)
                        .thenComparing(each -> each.heard().toString()))
                .toList();
    }

    /** Which of what was planned each entry of the log answers, both by their place in the lists; an entry that answers nothing is missing. */
    static Map<Integer, Integer> answers(List<Moment> planned, List<Moment> told) {
        var toldByWork = places(told);
        var answers = new HashMap<Integer, Integer>();
        places(planned).forEach((heard, wanted) -> {
            var pairs = new ArrayList<Pair>();
            for (var i : wanted) {
                for (var j : toldByWork.getOrDefault(heard, List.of())) {
                    var apart = Duration.between(
                                    planned.get(i).at(), told.get(j).at())
                            .abs();
                    if (apart.compareTo(PlannedItem.CAUGHT_UP) <= 0) {
                        pairs.add(new Pair(i, j, apart));
                    }
                }
            }
            answer(pairs, answers);
        });
        return answers;
    }

    private static void answer(List<Pair> pairs, Map<Integer, Integer> answers) {
        pairs.sort(
                Comparator.comparing(Pair::apart).thenComparing(Pair::planned).thenComparing(Pair::told));
        var answered = new HashSet<Integer>();
        for (var pair : pairs) {
            if (!answers.containsKey(pair.told()) && answered.add(pair.planned())) {
                answers.put(pair.told(), pair.planned());
            }
        }
    }

    private static Map<Heard, List<Integer>> places(List<Moment> moments) {
        return IntStream.range(0, moments.size())
                .boxed()
                .collect(Collectors.groupingBy(i -> moments.get(i).heard()));
    }
}
