package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;

/** What has come of the promises of a plan, for those who work on it: as its newest revision has them. A constant number of statements. */
@ApplicationScoped
@Transactional
public class PlanResults {
    @Inject
    private Plans plans;

    @Inject
    private Goals goals;

    @Inject
    private Deliverables deliverables;

    @Inject
    private BroadcastCounts broadcasts;

    /** In the order of the plan; empty when it promises nothing, or is not theirs to see. */
    public List<PlanResult> of(String slug, Actor by) {
        return plans.find(slug)
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(Plan::current)
                .map(this::of)
                .orElse(List.of());
    }

    private List<PlanResult> of(PlanRevision revision) {
        var promised = goals.of(List.of(revision)).getOrDefault(revision, List.of());
        var keys = promised.stream().map(PlanLine.Goal::key).toList();
        var airings = broadcasts.of(keys);
        var works = deliverables.fulfilling(keys).stream().collect(Collectors.groupingBy(PlanResult.Work::deliverable));
        return promised.stream()
                .map(goal -> new PlanResult(
                        goal.key(),
                        goal.title(),
                        goal.printed(),
                        Objects.requireNonNull(goal.progress(), "progress is counted for every promise"),
                        works.getOrDefault(goal.key(), List.of()),
                        airings.getOrDefault(goal.key(), BroadcastCounts.Airings.none())))
                .toList();
    }
}
