package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;

/** Administrators say where programmes are sent, each change with its entry in the audit trail. Others are answered with {@link vn.loa.accounts.NotPermitted}; targets of other places do not exist for them. */
@ApplicationScoped
@Transactional
public class EditTargets {
    @Inject
    private Targets targets;

    @Inject
    private Deliveries deliveries;

    @Inject
    private TargetChanges changes;

    @Inject
    private SealSecrets secrets;

    @Inject
    private DeliverySettings settings;

    @Inject
    private Localities localities;

    @Inject
    private Clock clock;

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

    /** What is shown from now on is sent there; {@link SteerTargets#sendAll} sends what is shown already. */
    public TargetOutcome add(WrittenTarget written, Actor by) {
        DeliveryPolicy.require(by);
        try {
            var fields = rules().fields(written);
            var secret = TargetRules.secret(fields, written, false);
            var target = new DeliveryTarget(fields, unit(written, by), by.name(), clock.instant());
            secret.ifPresent(known -> target.keep(secrets.seal(known)));
            targets.add(target);
            return changes.done("add-target", target, by, fields.kind().code() + " " + fields.address());
        } catch (TargetRules.Broken wrong) {
            return new TargetOutcome.Wrong(wrong.fault());
        }
    }

    /** What is kept as its secret goes along to no other server. */
    public TargetOutcome change(long id, long version, WrittenTarget written, Actor by) {
        return changes.change(id, version, by, target -> {
            try {
                var fields = rules().fields(written);
                var kept = target.secret().isPresent();
                var same = TargetRules.isSameServer(target.kind(), target.address(), fields);
                var told = fields.kind() != TargetKind.FOLDER;
                if (kept && told && !same && written.secret().isBlank() && !written.forgetSecret()) {
                    return new TargetOutcome.Wrong(TargetFault.SECRET_AGAIN);
                }
                var secret = TargetRules.secret(fields, written, kept);
                target.change(fields, unit(written, by));
                if (secret.isPresent()) {
                    target.keep(secrets.seal(secret.get()));
                } else if (written.forgetSecret() || !told) {
                    target.keep(null);
                }
                changes.hurry(target);
                return changes.done("change-target", target, by, fields.kind().code() + " " + fields.address());
            } catch (TargetRules.Broken wrong) {
                return new TargetOutcome.Wrong(wrong.fault());
            }
        });
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
}
