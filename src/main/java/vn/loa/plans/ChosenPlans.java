package vn.loa.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.catalog.ChosenProducts;
import vn.loa.catalog.ChosenProducts.Chosen;
import vn.loa.catalog.ChosenProducts.Outcome;
import vn.loa.catalog.Step;

/** Takes many plans to the same state, one after the other, each by itself, as {@link ChosenProducts} does to products. */
@ApplicationScoped
public class ChosenPlans {
    @Inject
    private MovePlan move;

    /** Hands drafts in for review. */
    public List<Outcome> handIn(List<Chosen> chosen, Actor by) {
        return each(chosen, Step.To.REVIEW, null, by);
    }

    /** Takes them back from review. */
    public List<Outcome> takeBack(List<Chosen> chosen, Actor by) {
        return each(chosen, Step.To.TAKEN_BACK, null, by);
    }

    /** Puts them away: nobody goes on with them. */
    public List<Outcome> putAway(List<Chosen> chosen, Actor by) {
        return each(chosen, Step.To.ARCHIVED, null, by);
    }

    /** Takes out again what was put away, as drafts. @param reason as their history tells it */
    public List<Outcome> takeOut(List<Chosen> chosen, String reason, Actor by) {
        return each(chosen, Step.To.DRAFT, reason, by);
    }

    private List<Outcome> each(List<Chosen> chosen, Step.To to, @Nullable String reason, Actor by) {
        var step = new Step(to, null, reason);
        return ChosenProducts.each(chosen, one -> {
            var change = move.move(one.slug(), step, version -> version == one.version(), by);
            if (change instanceof PlanChange.Done) {
                return ChosenProducts.DONE;
            }
            return change instanceof PlanChange.Stale ? "stale" : "unknown";
        });
    }
}
