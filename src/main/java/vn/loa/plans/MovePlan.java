package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.catalog.Step;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.TransitionRefused;

/** Lets a plan take a step of its life. */
@ApplicationScoped
@Transactional
public class MovePlan {
    @Inject
    private Plans plans;

    @Inject
    private WorkingPlans working;

    @Inject
    private PlanTransitions transitions;

    @Inject
    private PlanEditing editing;

    @Inject
    private Clock clock;

    /**
     * @param isSeen whether a version of the plan is one that they decided on
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to take this step
     * @throws TransitionRefused when the plan cannot take it now
     */
    public PlanChange move(String slug, Step step, LongPredicate isSeen, Actor by) {
        PlanPolicy.requireStaff(by);
        var found = plans.lock(slug);
        if (found.isEmpty()) {
            return new PlanChange.Unknown();
        }
        var plan = found.get();
        PlanPolicy.requireSight(by, plan);
        if (!isSeen.test(plan.version())) {
            return new PlanChange.Stale(working.show(plan));
        }
        take(plan, step, by);
        plans.flush();
        return new PlanChange.Done(working.show(plan));
    }

    private void take(Plan plan, Step step, Actor by) {
        switch (step.to()) {
            case REVIEW -> transitions.submit(plan, by);
            case TAKEN_BACK -> {
                transitions.takeBack(plan, by);
                editing.continueBeside(plan, by);
            }
            case APPROVED -> transitions.approve(plan, by);
            case PUBLISHED -> transitions.publish(plan, clock.instant(), by);
            case WITHDRAWN -> transitions.withdraw(plan, step.reason(), by);
            case ARCHIVED -> transitions.archive(plan, by);
            case DRAFT -> {
                if (plan.publication().state() == PublicationState.PUBLISHED) {
                    editing.revise(plan, by);
                } else {
                    transitions.returnToDraft(plan, step.reason(), by);
                    editing.continueBeside(plan, by);
                }
            }
            case SCHEDULED, UNSCHEDULED ->
                throw new TransitionRefused(
                        TransitionRefused.Reason.WRONG_STATE, "Plans are published when they are decided, not later");
        }
    }
}
