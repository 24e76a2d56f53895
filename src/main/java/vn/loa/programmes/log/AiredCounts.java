package vn.loa.programmes.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.loa.common.Reading;
import vn.loa.plans.BroadcastCounts;
import vn.loa.programmes.log.Broadcasts.PromiseCount;

/** Tells plans how often what fulfils their promises was aired. */
@ApplicationScoped
@Transactional
@Reading
public class AiredCounts implements BroadcastCounts {
    @Inject
    private Broadcasts broadcasts;

    @Override
    public Map<String, Airings> of(Collection<String> deliverables) {
        return deliverables.isEmpty()
                ? Map.of()
                : broadcasts.ofDeliverables(deliverables).stream()
                        .collect(Collectors.groupingBy(
                                PromiseCount::deliverable,
                                Collectors.collectingAndThen(Collectors.toList(), AiredCounts::airings)));
    }

    static Airings airings(List<PromiseCount> counts) {
        return new Airings(
                times(counts),
                places(counts),
                counts.stream()
                        .collect(Collectors.groupingBy(PromiseCount::language, TreeMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(each -> new InLanguage(each.getKey(), times(each.getValue()), places(each.getValue())))
                        .toList());
    }

    private static long times(List<PromiseCount> counts) {
        return counts.stream().mapToLong(PromiseCount::times).sum();
    }

    private static long places(List<PromiseCount> counts) {
        return counts.stream().mapToLong(PromiseCount::place).distinct().count();
    }
}
