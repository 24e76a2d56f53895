package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;

/** What is read and written around a trial, each in a transaction of its own. */
@ApplicationScoped
@Transactional
class TargetSteps {
    @Inject
    private Targets targets;

    /** @param sealed null for nothing */
    record Known(TargetKind kind, String address, String username, byte @Nullable [] sealed, String hostKey) {}

    Optional<Known> find(long id, Actor by) {
        DeliveryPolicy.require(by);
        return targets.find(id)
                .filter(found -> DeliveryPolicy.mayKeep(by, found.unit()))
                .map(found -> new Known(
                        found.kind(),
                        found.address(),
                        found.username(),
                        found.secret().orElse(null),
                        found.hostKey()));
    }

    /** A server has shown a key that nobody has confirmed. */
    void saw(long id, String fingerprint) {
        targets.lock(id).ifPresent(target -> target.saw(fingerprint));
    }
}
