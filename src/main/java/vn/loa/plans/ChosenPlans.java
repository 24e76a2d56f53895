package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Act;
import vn.loa.catalog.ChosenProducts.Back;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.Step;

/** What can be done to many plans, one after the other, each by itself, by {@link ChosenProducts#all}. */
@ApplicationScoped
public class ChosenPlans {
    @Inject
    private MovePlan move;

    /** Hands a draft in for review. */
    public Act handIn(Actor by) {
        return move(Step.To.REVIEW, null, by);
    }

    /** Takes it back from review. */
    public Act takeBack(Actor by) {
        return move(Step.To.TAKEN_BACK, null, by);
    }

    /** Puts it away: nobody goes on with it. */
    public Act putAway(Actor by) {
        return move(Step.To.ARCHIVED, null, by);
    }

    /** Takes out again what was put away, as a draft. @param reason as its history tells it */
    public Act takeOut(String reason, Actor by) {
        return move(Step.To.DRAFT, reason, by);
    }

    private Act move(Step.To to, @Nullable String reason, Actor by) {
        var step = new Step(to, null, reason);
        return one -> {
            var change = move.move(one.slug(), step, version -> version == one.version(), by);
            if (change instanceof PlanChange.Done done) {
                return new Outcome(
                        one, ChosenProducts.DONE, new Back(done.plan().version(), ""));
            }
            return new Outcome(one, change instanceof PlanChange.Stale ? "stale" : "unknown", null);
        };
    }
}
