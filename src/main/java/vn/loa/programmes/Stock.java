package vn.loa.programmes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.loa.programmes.PlannedItem.Heard;

/**
 * What can be played by a rule, in its order as long as nothing has been heard. The same for all stations of the rule, so that it is put in order once. Immutable, once it is made.
 *
 * @param byLanguage in order; all under an empty name when languages have no shares
 */
record Stock(PlanningRule rule, Map<String, List<Candidate>> byLanguage, Map<Heard, Candidate> all) {
    static Stock of(List<Candidate> candidates, PlanningRule rule) {
        var byLanguage = new TreeMap<String, List<Candidate>>();
        var all = new HashMap<Heard, Candidate>();
        candidates.stream()
                .filter(each -> each.seconds() > 0 && rule.speaks(each.language()) && rule.takes(each))
                .forEach(each -> {
                    all.put(each.heard(), each);
                    byLanguage
                            .computeIfAbsent(queue(each, rule), none -> new ArrayList<>())
                            .add(each);
                });
        var order = liked(rule).thenComparing(unheard(rule));
        byLanguage.values().forEach(each -> each.sort(order));
        return new Stock(rule, byLanguage, all);
    }

    /** The queue that something stands in. */
    static String queue(Candidate each, PlanningRule rule) {
        return rule.shares().isEmpty() ? "" : each.language();
    }

    /** What goes before everything else. */
    static Comparator<Candidate> liked(PlanningRule rule) {
        return Comparator.comparingInt(rule::rank);
    }

    /** The order of what is liked as much and was heard at the same time, or never. No two are equal. */
    static Comparator<Candidate> unheard(PlanningRule rule) {
        var bySince = Comparator.comparing(Candidate::since);
        return (rule.order() == PlanningRule.Order.OLDEST ? bySince : bySince.reversed())
                .thenComparing(Candidate::product)
                .thenComparing(Candidate::language);
    }
}
