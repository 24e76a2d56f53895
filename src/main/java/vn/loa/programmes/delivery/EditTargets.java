package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.common.TimeSource;
import vn.loa.programmes.PublishedDays;
import vn.loa.programmes.Week;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Administrators say where programmes are sent, each change with its entry in the audit trail. Others are answered with {@link vn.loa.accounts.NotPermitted}; targets of other places do not exist for them. */
@ApplicationScoped
@Transactional
public class EditTargets {
    private static final String SUBJECT = "delivery-target";

    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private PlanDeliveries plan;

    @Inject
    private PublishedDays published;

    @Inject
    private SealSecrets secrets;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Localities localities;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** What came of a change. */
    public sealed interface Outcome {
        /** @param count of what is sent now, where that was asked for */
        record Done(long id, int count) implements Outcome {}

        record Wrong(TargetFault fault) implements Outcome {}

        /** It has changed, or is not there, or not theirs. */
        record Stale() implements Outcome {}
    }

    /** Those of the units that they look after, by name; removed ones among them, as long as they can be taken back. A constant number of statements. */
    public List<TargetView> all(Actor by) {
        DeliveryPolicy.require(by);
        var units = by.confinedTo() == null ? null : localities.below(by.confinedTo());
        var waiting = deliveries.waitingByTarget();
        return targets.all(units).stream()
                .map(target -> TargetView.of(target, waiting.getOrDefault(target.requireId(), 0L)))
                .toList();
    }

    public Optional<TargetView> find(long id, Actor by) {
        DeliveryPolicy.require(by);
        return targets.find(id)
                .filter(found -> DeliveryPolicy.mayKeep(by, found.unit()))
                .map(found -> TargetView.of(found, deliveries.waitingByTarget().getOrDefault(found.requireId(), 0L)));
    }

    /** What is shown from now on is sent there; {@link #sendAll} sends what is shown already. */
    public Outcome add(WrittenTarget written, Actor by) {
        DeliveryPolicy.require(by);
        try {
            var fields = rules().fields(written);
            var secret = TargetRules.secret(fields, written, false);
            var target = new DeliveryTarget(fields, unit(written, by), by.name(), clock.instant());
            secret.ifPresent(known -> target.keep(secrets.seal(known)));
            targets.add(target);
            return done("add-target", target, by, fields.kind().code() + " " + fields.address());
        } catch (TargetRules.Broken wrong) {
            return new Outcome.Wrong(wrong.fault());
        }
    }

    /** What is kept as its secret goes along to no other server. */
    public Outcome change(long id, long version, WrittenTarget written, Actor by) {
        return change(id, version, by, target -> {
            try {
                var fields = rules().fields(written);
                var kept = target.secret().isPresent();
                var same = TargetRules.isSameServer(target.kind(), target.address(), fields);
                if (kept && !same && written.secret().isBlank() && !written.forgetSecret()) {
                    return new Outcome.Wrong(TargetFault.SECRET_AGAIN);
                }
                var secret = TargetRules.secret(fields, written, kept);
                target.change(fields, unit(written, by));
                if (secret.isPresent()) {
                    target.keep(secrets.seal(secret.get()));
                } else if (written.forgetSecret()) {
                    target.keep(null);
                }
                hurry(target);
                return done("change-target", target, by, fields.kind().code() + " " + fields.address());
            } catch (TargetRules.Broken wrong) {
                return new Outcome.Wrong(wrong.fault());
            }
        });
    }

    /** Nothing is sent there for a while; what is to be sent waits. */
    public Outcome pause(long id, Actor by) {
        return change(id, null, by, target -> {
            target.pause(clock.instant());
            return done("pause-target", target, by, null);
        });
    }

    public Outcome resume(long id, Actor by) {
        return change(id, null, by, target -> {
            target.resume();
            hurry(target);
            return done("resume-target", target, by, null);
        });
    }

    /** Nothing is sent there any more, and what waits neither; for 30 days it can be taken back. */
    public Outcome remove(long id, Actor by) {
        return change(id, null, by, target -> {
            var now = clock.instant();
            target.remove(now);
            deliveries
                    .waiting(target)
                    .forEach(waiting -> deliveries
                            .lock(waiting.requireId())
                            .filter(Delivery::isWaiting)
                            .ifPresent(locked -> locked.end(DeliveryState.CANCELLED, now)));
            return done("remove-target", target, by, null);
        });
    }

    /** It is there again, and what waited when it was removed waits again. */
    public Outcome restore(long id, Actor by) {
        return change(id, null, by, target -> {
            var removed = target.removedAt();
            target.restore();
            targets.flush();
            removed.map(since -> deliveries.cancelled(target, since)).orElse(List.of()).stream()
                    .filter(former -> !former.week().sunday().isBefore(today()))
                    .forEach(former -> plan.plan(former.station(), former.week(), former.isUrgent(), List.of(target)));
            return done("restore-target", target, by, null);
        });
    }

    /** The key that its server has shown last is its own. @param fingerprint of the key that somebody was shown */
    public Outcome trust(long id, String fingerprint, Actor by) {
        return change(id, null, by, target -> {
            if (!target.trust(fingerprint)) {
                return new Outcome.Stale();
            }
            hurry(target);
            return done("trust-host-key", target, by, fingerprint);
        });
    }

    /** Sends everything that everybody sees of this week and later of its stations. */
    public Outcome sendAll(long id, Actor by) {
        return change(id, null, by, target -> {
            var unit = Optional.ofNullable(target.unit().id()).orElseThrow();
            var weeks = published.shown(published.stationsOf(localities.below(unit)), Week.of(today()));
            weeks.forEach(each -> plan.plan(each.station(), each.week(), false, List.of(target)));
            target.awake();
            done("send-to-target", target, by, Integer.toString(weeks.size()));
            return new Outcome.Done(id, weeks.size());
        });
    }

    /** Whatever has failed there is tried anew. */
    private void hurry(DeliveryTarget target) {
        var now = clock.instant();
        deliveries
                .waiting(target)
                .forEach(waiting -> deliveries
                        .lock(waiting.requireId())
                        .filter(Delivery::isWaiting)
                        .ifPresent(locked -> locked.hurry(now)));
        plan.hurry();
    }

    /** @param version that was read; null where it does not matter */
    private Outcome change(long id, @Nullable Long version, Actor by, Function<DeliveryTarget, Outcome> change) {
        DeliveryPolicy.require(by);
        var found = targets.lock(id).filter(target -> DeliveryPolicy.mayKeep(by, target.unit()));
        return found.isEmpty() || version != null && found.get().edits() != version
                ? new Outcome.Stale()
                : change.apply(found.get());
    }

    private Locality unit(WrittenTarget written, Actor by) {
        var unit = localities
                .find(written.unit().strip())
                .orElseThrow(() -> new TargetRules.Broken(TargetFault.UNKNOWN_PLACE));
        if (!DeliveryPolicy.mayKeep(by, unit)) {
            throw new TargetRules.Broken(TargetFault.OTHERS_PLACE);
        }
        return unit;
    }

    private TargetRules rules() {
        return new TargetRules(
                new AllowedHosts(settings.networks()), settings.folder().isPresent());
    }

    private Outcome done(String action, DeliveryTarget target, Actor by, @Nullable String note) {
        targets.flush();
        audit.record(by, action, SUBJECT, target.requireId(), target.name(), note);
        return new Outcome.Done(target.requireId(), 0);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
    }
}
