package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.TimeSource;
import vn.loa.programmes.HeardStations;
import vn.loa.programmes.HeardStations.HeardStation;

/** Sends again what was not taken, for whoever plans the programme of a station, and for administrators; with an entry in the audit trail. Others are answered with {@link vn.loa.accounts.NotPermitted}. */
@ApplicationScoped
@Transactional
public class SendAgain {
    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private PlanDeliveries plan;

    @Inject
    private HeardStations stations;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Tries something now, or sends it again as it is now, whoever has refused it. @return false when there is nothing to do, or its week is over */
    public boolean ofStation(String unit, long delivery, Actor by) {
        return stations.of(unit, by)
                .flatMap(station -> deliveries.find(delivery).filter(found -> found.station() == station.station()))
                .filter(found -> retry(found, by))
                .isPresent();
    }

    /** The same for an administrator. @param target id */
    public boolean ofTarget(long target, long delivery, Actor by) {
        DeliveryPolicy.require(by);
        return deliveries
                .find(delivery)
                .filter(found -> found.target().requireId() == target)
                .filter(found -> DeliveryPolicy.mayKeep(by, found.target().unit()))
                .filter(found -> retry(found, by))
                .isPresent();
    }

    private boolean retry(Delivery found, Actor by) {
        var target = targets.lock(found.target().requireId()).filter(DeliveryTarget::isOpen);
        if (target.isEmpty()
                || found.week().sunday().isBefore(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE))
                || deliveries.open(List.of(found.requireId())).isEmpty()) {
            return false;
        }
        // What is sent anew takes the place of what waits, and is tried at once.
        target.get().awake();
        plan.plan(target.get(), Map.of(found.played(), found.isUrgent()));
        audit.record(
                by,
                "retry-delivery",
                TargetChanges.SUBJECT,
                target.get().requireId(),
                target.get().name(),
                name(found) + " " + found.week().code());
        return true;
    }

    private String name(Delivery delivery) {
        return Optional.ofNullable(stations.named(List.of(delivery.station())).get(delivery.station()))
                .map(HeardStation::code)
                .orElse("");
    }
}
