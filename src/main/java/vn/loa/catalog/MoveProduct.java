package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.editorial.PublicationState;

/** Lets a product take a step of its life. */
@ApplicationScoped
@Transactional
public class MoveProduct {
    @Inject
    private Products products;

    @Inject
    private SeenProducts seen;

    @Inject
    private ProductTransitions transitions;

    /**
     * @param isSeen whether a version of the product is one that they decided on
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to take this step
     * @throws vn.loa.editorial.TransitionRefused when the product cannot take it now
     */
    public ProductChange move(String slug, Step step, LongPredicate isSeen, Actor by) {
        return seen.change(slug, isSeen, by, ProductPolicy::requireSight, product -> {
            take(product, step, by);
            products.flush();
        });
    }

    private void take(Product product, Step step, Actor by) {
        switch (step.to()) {
            case REVIEW -> transitions.submit(product, by);
            case TAKEN_BACK -> transitions.takeBack(product, by);
            case UNSCHEDULED -> transitions.unschedule(product, by);
            case APPROVED -> transitions.approve(product, by);
            case SCHEDULED -> transitions.schedule(product, Objects.requireNonNull(step.at(), "the moment"), by);
            case PUBLISHED -> {
                if (product.publication().state() == PublicationState.WITHDRAWN) {
                    transitions.putBack(product, by);
                } else {
                    transitions.publish(product, by);
                }
            }
            case WITHDRAWN -> transitions.withdraw(product, step.reason(), by);
            case ARCHIVED -> transitions.archive(product, by);
            case DRAFT -> {
                if (product.publication().state() == PublicationState.PUBLISHED) {
                    transitions.revise(product, by);
                } else {
                    transitions.returnToDraft(product, step.reason(), by);
                }
            }
        }
    }
}
