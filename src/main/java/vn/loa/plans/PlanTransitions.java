package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Act;
import vn.loa.editorial.Chronicle;

/**
 * Takes plans from one state to the next, each step with an audit entry and the news of it in the same transaction. Who may not take a
 * step is answered with {@link vn.loa.accounts.NotPermitted}: editors hand in and take back, and put away drafts that the public has never seen; publishers do the rest.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanTransitions {
    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    @Inject
    private Plans plans;

    public void submit(Plan plan, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        plan.submit(clock.instant());
        chronicle.record(plan, "submit", by, null);
    }

    /** Gives back to its editors what nobody has approved yet. */
    public void takeBack(Plan plan, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        plan.takeBack(clock.instant());
        chronicle.record(plan, "take-back", by, null);
    }

    public void approve(Plan plan, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.approve(clock.instant());
        chronicle.record(plan, "approve", by, null);
    }

    public void returnToDraft(Plan plan, String note, Actor by) {
        PlanPolicy.requireActor(by, plan, Act.RETURN);
        plan.returnToDraft(note, clock.instant());
        chronicle.record(plan, "return", by, note);
    }

    /** Shows the current revision to the public now; a plan that was public elsewhere before keeps that day. */
    public void publish(Plan plan, Instant firstPublished, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.publish(firstPublished, clock.instant());
        chronicle.record(plan, "publish", by, null);
        plans.flush();
        chronicle.published(plan);
    }

    /** Puts away what nobody shall see or go on with; it can be returned to draft. */
    public void archive(Plan plan, Actor by) {
        PlanPolicy.requireActor(by, plan, Act.ARCHIVE);
        plan.archive(clock.instant());
        chronicle.record(plan, "archive", by, null);
    }

    public void withdraw(Plan plan, String reason, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.withdraw(reason, clock.instant());
        chronicle.record(plan, "withdraw", by, reason);
        plans.flush();
        chronicle.withdrawn(plan);
    }
}
