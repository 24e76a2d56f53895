package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Page;
import vn.loa.editorial.TransitionRefused;

/**
 * Does the same to many products, one after the other, each by itself: what one of them refuses does not keep the others from it. There is no
 * transaction around them all.
 */
@ApplicationScoped
public class ChosenProducts {
    /** As many as a list shows at once, and as are done without a pause. */
    public static final int MOST = Page.LARGEST;

    /** As many as can be chosen by what a list is narrowed to. */
    public static final int MOST_OF_A_LIST = 1_000;

    /** The code of what was done. */
    public static final String DONE = "done";

    @Inject
    private MoveProduct move;

    @Inject
    private CategoriseProduct categorise;

    @Inject
    private AssignProduct assign;

    /** @param version that they have seen */
    public record Chosen(String slug, long version) {}

    /** @param code done, unknown, unfit, stale, not-permitted, too-many, or the reason of a {@link TransitionRefused} */
    public record Outcome(Chosen chosen, String code) {
        public boolean isDone() {
            return code.equals(DONE);
        }
    }

    /** Hands them in for review. */
    public List<Outcome> handIn(List<Chosen> chosen, Actor by) {
        var step = new Step(Step.To.REVIEW, null, null);
        return each(chosen, one -> code(move.move(one.slug(), step, version -> version == one.version(), by)));
    }

    /**
     * Lets them be about a topic, or no longer.
     *
     * @throws vn.loa.common.InvalidInput when there is no such topic
     */
    public List<Outcome> categorise(List<Chosen> chosen, String topic, boolean about, Actor by) {
        return each(
                chosen,
                one -> code(categorise.categorise(one.slug(), topic, about, version -> version == one.version(), by)));
    }

    /** Takes them back from review. */
    public List<Outcome> takeBack(List<Chosen> chosen, Actor by) {
        var step = new Step(Step.To.TAKEN_BACK, null, null);
        return each(chosen, one -> code(move.move(one.slug(), step, version -> version == one.version(), by)));
    }

    /**
     * Lets them be for an audience, or no longer.
     *
     * @throws vn.loa.common.InvalidInput when there is no such audience
     */
    public List<Outcome> address(List<Chosen> chosen, String audience, boolean isFor, Actor by) {
        return each(
                chosen,
                one -> code(categorise.address(one.slug(), audience, isFor, version -> version == one.version(), by)));
    }

    /**
     * Lets them be of a place, or no longer.
     *
     * @param locality its name in the public contract
     * @throws vn.loa.common.InvalidInput when there is no such place
     */
    public List<Outcome> locate(List<Chosen> chosen, String locality, boolean isThere, Actor by) {
        return each(
                chosen,
                one -> code(categorise.locate(one.slug(), locality, isThere, version -> version == one.version(), by)));
    }

    /**
     * Lets them be of a genre.
     *
     * @throws vn.loa.common.InvalidInput when there is no such genre
     */
    public List<Outcome> sort(List<Chosen> chosen, String genre, Actor by) {
        return each(chosen, one -> code(categorise.sort(one.slug(), genre, version -> version == one.version(), by)));
    }

    /** Says who sees them through, whatever others have changed since they were seen. @param username null for nobody */
    public List<Outcome> assign(List<Chosen> chosen, @Nullable String username, Actor by) {
        return each(chosen, one -> switch (assign.assign(one.slug(), username, by)) {
            case DONE -> DONE;
            case UNKNOWN -> "unknown";
            case UNFIT -> "unfit";
        });
    }

    /** What becomes of each, where what one of them refuses is told and keeps nobody else from it. @param act answers with a code */
    public static List<Outcome> each(List<Chosen> chosen, Function<Chosen, String> act) {
        var outcomes = new ArrayList<Outcome>();
        for (var one : chosen) {
            outcomes.add(new Outcome(one, outcomes.size() < MOST ? answer(one, act) : "too-many"));
        }
        return outcomes;
    }

    private static String code(ProductChange change) {
        if (change instanceof ProductChange.Done) {
            return DONE;
        }
        return change instanceof ProductChange.Stale ? "stale" : "unknown";
    }

    private static String answer(Chosen one, Function<Chosen, String> act) {
        try {
            return act.apply(one);
        } catch (TransitionRefused refused) {
            return refused.reason().code();
        } catch (NotPermitted refused) {
            return "not-permitted";
        } catch (OptimisticLockException outrun) {
            return "stale";
        }
    }
}
