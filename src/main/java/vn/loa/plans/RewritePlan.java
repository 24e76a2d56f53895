package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;

/** Gives the draft of a plan new content, unless somebody else has changed it meanwhile. */
@ApplicationScoped
@Transactional
public class RewritePlan {
    @Inject
    private Plans plans;

    @Inject
    private WorkingPlans working;

    @Inject
    private PlanEditing editing;

    /**
     * @param isSeen whether a version of the plan is the one that the new content was made from
     * @throws vn.loa.accounts.NotPermitted unless they edit plans where it is and where it shall be
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws vn.loa.common.InvalidInput when the content names something that does not exist
     */
    public PlanChange rewrite(String slug, LongPredicate isSeen, PlanContent content, Actor by) {
        PlanPolicy.requireStaff(by);
        var found = plans.lock(slug);
        if (found.isEmpty()) {
            return new PlanChange.Unknown();
        }
        var plan = found.get();
        PlanPolicy.requireEditor(by, plan);
        if (!isSeen.test(plan.version())) {
            return new PlanChange.Stale(working.show(plan));
        }
        editing.rewrite(plan, content, by);
        return new PlanChange.Done(working.show(plan));
    }
}
