package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.loa.accounts.Actor;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Communes;
import vn.loa.programmes.HeardStations;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;
import vn.loa.taxonomy.Localities;

/** Administrators stop and resume what is sent to a target, and have all of it sent, each act with its entry in the audit trail. Others are answered as by {@link EditTargets}. */
@ApplicationScoped
@Transactional
public class SteerTargets {
    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private TargetChanges changes;

    @Inject
    private PlanDeliveries plan;

    @Inject
    private PublishedDays published;

    @Inject
    private HeardStations stations;

    @Inject
    private Localities localities;

    @Inject
    private Clock clock;

    /** Nothing is sent there for a while; what is to be sent waits. */
    public TargetOutcome pause(long id, Actor by) {
        return changes.change(id, null, by, target -> {
            target.pause(clock.instant());
            return changes.done("pause-target", target, by, null);
        });
    }

    public TargetOutcome resume(long id, Actor by) {
        return changes.change(id, null, by, target -> {
            target.resume();
            changes.hurry(target);
            return changes.done("resume-target", target, by, null);
        });
    }

    /** Nothing is sent there any more, and what waits neither; for 30 days it can be taken back. */
    public TargetOutcome remove(long id, Actor by) {
        return changes.change(id, null, by, target -> {
            var now = clock.instant();
            target.remove(now);
            deliveries.lockWaiting(target).forEach(waiting -> waiting.end(DeliveryState.CANCELLED, now));
            return changes.done("remove-target", target, by, null);
        });
    }

    /** It is there again, and what waited when it was removed waits again. */
    public TargetOutcome restore(long id, Actor by) {
        return changes.change(id, null, by, target -> {
            var removed = target.removedAt();
            target.restore();
            targets.flush();
            plan.plan(
                    target,
                    removed.map(since -> deliveries.cancelled(target, since)).orElse(List.of()).stream()
                            .filter(former -> !former.week().sunday().isBefore(today()))
                            .collect(Collectors.toMap(Delivery::played, Delivery::isUrgent, Boolean::logicalOr)));
            return changes.done("restore-target", target, by, null);
        });
    }

    /** The key that its server has shown last is its own. @param fingerprint of the key that somebody was shown */
    public TargetOutcome trust(long id, String fingerprint, Actor by) {
        return changes.change(id, null, by, target -> {
            if (!target.trust(fingerprint)) {
                return new TargetOutcome.Stale();
            }
            changes.hurry(target);
            return changes.done("trust-host-key", target, by, fingerprint);
        });
    }

    /** Sends everything that everybody sees of this week and later of its stations. */
    public TargetOutcome sendAll(long id, Actor by) {
        return changes.change(id, null, by, target -> {
            var there = stations.in(localities.below(Communes.id(target.unit())));
            var weeks = published.shown(there, Week.of(today()));
            plan.plan(target, weeks.stream().collect(Collectors.toMap(Function.identity(), each -> false)));
            target.awake();
            changes.done("send-to-target", target, by, Integer.toString(weeks.size()));
            return new TargetOutcome.Done(id, weeks.size());
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
    }
}
