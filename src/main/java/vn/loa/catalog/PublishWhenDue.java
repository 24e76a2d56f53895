package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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

    /** Does nothing when somebody has published or taken it back since. */
    public void publish(long id) {
        products.find(id)
                .filter(product -> product.publication().state() == PublicationState.SCHEDULED)
                .filter(product -> product.publication()
                        .scheduledFor()
                        .filter(at -> !at.isAfter(clock.instant()))
                        .isPresent())
                .ifPresent(product -> transitions.publish(product, Actor.SCHEDULE));
    }
}
