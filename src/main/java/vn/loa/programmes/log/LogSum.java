package vn.loa.programmes.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.loa.catalog.HeardWork;
import vn.loa.common.Texts;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.log.Broadcasts.Count;

/**
 * How often a work was aired in a language.
 *
 * @param aired to the end
 * @param cut broken off
 * @param missed not at all
 * @param seconds of what was heard, as far as it is known
 * @param places at how many communes it was aired to the end
 */
public record LogSum(
        String slug, Texts title, String language, long aired, long cut, long missed, long seconds, long places) {
    static final Comparator<LogSum> IN_ORDER = Comparator.comparing(LogSum::aired, Comparator.reverseOrder())
            .thenComparing(LogSum::slug)
            .thenComparing(LogSum::language);

    /** What was aired most often first. */
    static List<LogSum> of(List<Count> counts, Map<Long, HeardWork> works) {
        var byHeard = new LinkedHashMap<Heard, List<Count>>();
        counts.forEach(count -> byHeard.computeIfAbsent(
                        new Heard(count.product(), count.language()), none -> new ArrayList<>())
                .add(count));
        var sums = new ArrayList<LogSum>();
        byHeard.forEach((heard, each) -> {
            var work = works.get(heard.product());
            sums.add(new LogSum(
                    work == null ? "" : work.slug(),
                    work == null ? Texts.none() : work.title(),
                    heard.language(),
                    times(each, AiredOutcome.AIRED),
                    times(each, AiredOutcome.CUT),
                    times(each, AiredOutcome.MISSED),
                    each.stream().mapToLong(Count::seconds).sum(),
                    each.stream()
                            .filter(count -> count.outcome() == AiredOutcome.AIRED)
                            .mapToLong(Count::places)
                            .sum()));
        });
        sums.sort(IN_ORDER);
        return sums;
    }

    private static long times(List<Count> counts, AiredOutcome outcome) {
        return counts.stream()
                .filter(count -> count.outcome() == outcome)
                .mapToLong(Count::times)
                .sum();
    }
}
