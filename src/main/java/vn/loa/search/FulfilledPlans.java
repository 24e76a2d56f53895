package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.catalog.PlanReferences;
import vn.loa.catalog.ProductLists;

/** Tells which works fulfil the plan whose number was looked for. */
@ApplicationScoped
public class FulfilledPlans {
    @Inject
    private ProductLists products;

    @Inject
    private PlanReferences plans;

    /** By the ids of works that do, the number of that plan as people cite it. Two statements, and none without a number among the words. */
    Map<Long, String> of(Words words, List<Long> works) {
        return DocumentNumber.in(words)
                .filter(number -> !works.isEmpty())
                .map(number -> {
                    var keys = products.deliverablesOf(works);
                    var cited = plans.of(keys.values()).entrySet().stream()
                            .filter(plan -> plan.getValue().planReference() != null
                                    && number.isOf(plan.getValue().planReference()))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    plan -> String.valueOf(plan.getValue().planReference())));
                    return keys.entrySet().stream()
                            .filter(work -> cited.containsKey(work.getValue()))
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, work -> cited.getOrDefault(work.getValue(), "")));
                })
                .orElse(Map.of());
    }
}
