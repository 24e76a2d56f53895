package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.editorial.Published;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.Withdrawn;

/**
 * Takes plans from one state to the next, each step with an audit entry and the news of it in the same transaction. Who may not take a
 * step is answered with {@link vn.loa.accounts.NotPermitted}: editors hand in, publishers do the rest.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PlanTransitions {
    private static final SubjectKind KIND = SubjectKind.PLAN;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    @Inject
    private Plans plans;

    @Inject
    private Event<Published> published;

    @Inject
    private Event<Withdrawn> withdrawn;

    public void submit(Plan plan, Actor by) {
        PlanPolicy.requireEditor(by, plan);
        plan.submit(clock.instant());
        trace(plan, "submit", by, null);
    }

    public void approve(Plan plan, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.approve(clock.instant());
        trace(plan, "approve", by, null);
    }

    public void returnToDraft(Plan plan, String note, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.returnToDraft(note, clock.instant());
        trace(plan, "return", by, note);
    }

    /** Shows the current revision to the public now; a plan that was public elsewhere before keeps that day. */
    public void publish(Plan plan, Instant firstPublished, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.publish(firstPublished, clock.instant());
        trace(plan, "publish", by, null);
        plans.flush();
        published.fire(new Published(KIND, plan.requireId(), plan.slug()));
    }

    public void withdraw(Plan plan, String reason, Actor by) {
        PlanPolicy.requirePublisher(by, plan);
        plan.withdraw(reason, clock.instant());
        trace(plan, "withdraw", by, reason);
        plans.flush();
        withdrawn.fire(new Withdrawn(KIND, plan.requireId(), plan.slug()));
    }

    private void trace(Plan plan, String action, Actor by, @Nullable String note) {
        audit.record(by, action, KIND.code(), plan.requireId(), plan.slug(), note);
    }
}
