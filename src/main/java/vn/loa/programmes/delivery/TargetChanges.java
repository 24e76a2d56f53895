package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;

/** What all changes of targets share: who may make them, that nobody else makes one meanwhile, and their entry in the audit trail. Within the transaction of who asks. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TargetChanges {
    static final String SUBJECT = "delivery-target";

    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private PlanDeliveries plan;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** @param version that was read; null where it does not matter */
    TargetOutcome change(long id, @Nullable Long version, Actor by, Function<DeliveryTarget, TargetOutcome> change) {
        DeliveryPolicy.require(by);
        var found = targets.lock(id).filter(target -> DeliveryPolicy.mayKeep(by, target.unit()));
        return found.isEmpty() || version != null && found.get().edits() != version
                ? new TargetOutcome.Stale()
                : change.apply(found.get());
    }

    /** Whatever has failed there is tried anew. */
    void hurry(DeliveryTarget target) {
        var now = clock.instant();
        deliveries.lockWaiting(target).forEach(waiting -> waiting.hurry(now));
        plan.hurry();
    }

    TargetOutcome done(String action, DeliveryTarget target, Actor by, @Nullable String note) {
        targets.flush();
        audit.record(by, action, SUBJECT, target.requireId(), target.name(), note);
        return new TargetOutcome.Done(target.requireId(), 0);
    }
}
