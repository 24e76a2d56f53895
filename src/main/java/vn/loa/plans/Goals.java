package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.loa.taxonomy.Medium;

/** What plans promise and what has come of it, for lists of plans. Three statements for any number of them. */
@ApplicationScoped
public class Goals {
    @Inject
    private Plans plans;

    @Inject
    private Deliverables deliverables;

    /** The goals of each of these plans in its order; a plan that promises nothing is left out. */
    Map<PlanRevision, List<PlanLine.Goal>> of(Collection<PlanRevision> revisions) {
        var promises = plans.deliverablesOf(revisions);
        var progress = deliverables.progress(promises);
        return promises.stream()
                .collect(Collectors.groupingBy(
                        Deliverable::revision,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                promise -> new PlanLine.Goal(
                                        promise.key(),
                                        promise.title(),
                                        promise.genre().medium() == Medium.PRINT,
                                        Objects.requireNonNull(
                                                progress.get(promise.key()), "progress is counted for every promise")),
                                Collectors.toList())));
    }
}
