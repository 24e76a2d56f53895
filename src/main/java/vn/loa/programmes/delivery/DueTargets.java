package vn.loa.programmes.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Has workers look after the targets for which something is due. */
@ApplicationScoped
@Transactional
class DueTargets {
    @Inject
    private Targets targets;

    @Inject
    private DeliveryQueue queue;

    @Inject
    private Clock clock;

    /** Two nodes may do it at the same time. */
    void wake() {
        targets.due(clock.instant()).forEach(queue::wake);
    }
}
