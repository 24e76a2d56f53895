package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.editorial.PublicationState;

/** Publishes a product whose scheduled moment has come; each in a transaction of its own. */
@ApplicationScoped
@Transactional
public class PublishWhenDue {
    @Inject
    private Products products;

    @Inject
    private ProductTransitions transitions;

    @Inject
    private Clock clock;

    /** Ids of what is due now. */
    public List<Long> due() {
        return products.dueAt(clock.instant());
    }

    /**
     * Does nothing when somebody has published or taken it back since.
     *
     * @throws vn.loa.editorial.TransitionRefused when it cannot be published any more
     */
    public void publish(long id) {
        due(id).ifPresent(product -> transitions.publish(product, Actor.SCHEDULE));
    }

    /** Gives it back to its publisher, who must decide anew. @param why for the audit trail */
    public void giveBack(long id, String why) {
        due(id).ifPresent(product -> transitions.unschedule(product, why, Actor.SCHEDULE));
    }

    private Optional<Product> due(long id) {
        return products.find(id)
                .filter(product -> product.publication().state() == PublicationState.SCHEDULED)
                .filter(product -> product.publication()
                        .scheduledFor()
                        .filter(at -> !at.isAfter(clock.instant()))
                        .isPresent());
    }
}
