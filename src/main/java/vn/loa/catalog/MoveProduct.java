package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Act;
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

    @Inject
    private OwnDrafts own;

    /**
     * @param isSeen whether a version of the product is one that they decided on
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to take this step
     * @throws vn.loa.editorial.TransitionRefused when the product cannot take it now
     */
    public ProductChange move(String slug, Step step, LongPredicate isSeen, Actor by) {
        return seen.change(slug, isSeen, by, (actor, product) -> permit(actor, product, step), product -> {
            take(product, step, by);
            products.flush();
        });
    }

    /** Who may not do it is told so, whatever has become of the product since they saw it. */
    private void permit(Actor by, Product product, Step step) {
        ProductPolicy.requireSight(by, product);
        own.requireActor(by, product, act(product.publication().state(), step.to()));
    }

    private static Act act(PublicationState from, Step.To to) {
        return switch (to) {
            case REVIEW -> Act.SUBMIT;
            case TAKEN_BACK -> Act.TAKE_BACK;
            case UNSCHEDULED -> Act.UNSCHEDULE;
            case APPROVED -> Act.APPROVE;
            case SCHEDULED -> Act.SCHEDULE;
            case PUBLISHED -> from == PublicationState.WITHDRAWN ? Act.PUT_BACK : Act.PUBLISH;
            case WITHDRAWN -> Act.WITHDRAW;
            case ARCHIVED -> Act.ARCHIVE;
            case DRAFT -> from == PublicationState.PUBLISHED ? Act.REVISE : Act.RETURN;
        };
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
