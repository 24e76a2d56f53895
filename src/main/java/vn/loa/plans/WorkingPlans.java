package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Act;

/** What those who work on plans may read of them, public or not. To all others what is not public does not exist. */
@ApplicationScoped
@Transactional
public class WorkingPlans {
    @Inject
    private Plans plans;

    @Inject
    private PlanFiles files;

    /** The plan at this address, if they have to do with it. A constant number of statements. */
    public Optional<WorkingPlan> find(String slug, Actor by) {
        return plans.newest(slug)
                .map(PlanRevision::plan)
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(this::show);
    }

    /**
     * As the public sees it, or saw it last, where that is another revision than the one at work; if they have to do with it. A constant number of
     * statements.
     */
    public Optional<WorkingPlan> published(String slug, Actor by) {
        return plans.shown(slug)
                .filter(revision -> PlanPolicy.maySee(by, revision.plan())
                        && !revision.plan().isWorkingOnPublished())
                .map(revision -> WorkingPlan.of(revision.plan(), revision, files.of(revision.plan())));
    }

    /** What they may do to it, and can as it stands; nothing when they have nothing to do with it. */
    public Set<Act> acts(String slug, Actor by) {
        return plans.find(slug)
                .filter(plan -> PlanPolicy.maySee(by, plan))
                .map(plan -> PlanPolicy.acts(by, plan))
                .orElse(Set.of());
    }

    /** Nothing is said of a plan that there is not. @throws vn.loa.accounts.NotPermitted unless they edit this plan */
    public void requireEditor(String slug, Actor by) {
        plans.find(slug).ifPresent(plan -> PlanPolicy.requireEditor(by, plan));
    }

    /** A plan that has been loaded in the transaction that is running. */
    @Transactional(Transactional.TxType.MANDATORY)
    WorkingPlan show(Plan plan) {
        return WorkingPlan.of(plan, files.of(plan));
    }
}
