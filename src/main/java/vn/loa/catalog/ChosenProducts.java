package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.Overtaking;
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
    public record Chosen(String slug, long version) {
        /** As forms hold it. */
        public String written() {
            return slug + "." + version;
        }
    }

    /**
     * What came of one.
     *
     * @param code done, unknown, unfit, stale, not-permitted, too-many, or the reason of a {@link TransitionRefused}
     * @param back how it is taken back; null when nothing was changed
     */
    public record Outcome(
            Chosen chosen, String code, @Nullable Back back) {
        /** How an outcome is remembered: with the version since, and what was so before. */
        private static final Pattern REMEMBERED = Pattern.compile(DONE + "(?: ([0-9]+) (.*))?");

        public boolean isDone() {
            return code.equals(DONE);
        }

        /** To be remembered, for a form that is sent again; empty when nothing was done. */
        public Optional<String> remembered() {
            return isDone()
                    ? Optional.of(back == null ? DONE : DONE + " " + back.version() + " " + back.former())
                    : Optional.empty();
        }

        /** What was remembered of one. */
        public static Outcome of(Chosen chosen, String remembered) {
            var found = REMEMBERED.matcher(remembered);
            return new Outcome(
                    chosen,
                    DONE,
                    found.matches() && found.group(1) != null
                            ? new Back(Long.parseLong(found.group(1)), found.group(2))
                            : null);
        }
    }

    /**
     * How something is taken back.
     *
     * @param version of the product since it was done
     * @param former what was so before; empty when what was done says it
     */
    public record Back(long version, String former) {}

    /** Something that is done to one of them, and may refuse it. */
    @FunctionalInterface
    public interface Act {
        Outcome to(Chosen one);
    }

    /** Hands it in for review. */
    public Act handIn(Actor by) {
        return move(Step.To.REVIEW, by);
    }

    /** Takes it back from review. */
    public Act takeBack(Actor by) {
        return move(Step.To.TAKEN_BACK, by);
    }

    private Act move(Step.To to, Actor by) {
        var step = new Step(to, null, null);
        return one -> outcome(one, move.move(one.slug(), step, version -> version == one.version(), by), "");
    }

    /**
     * Lets it be about a topic, or no longer. It throws {@link vn.loa.common.InvalidInput} when there is no such topic; so do the next ones.
     *
     * @param topic its code
     */
    public Act categorise(String topic, boolean about, Actor by) {
        return one -> outcome(
                one, categorise.categorise(one.slug(), topic, about, version -> version == one.version(), by), "");
    }

    /** Lets it be for an audience, or no longer. */
    public Act address(String audience, boolean isFor, Actor by) {
        return one -> outcome(
                one, categorise.address(one.slug(), audience, isFor, version -> version == one.version(), by), "");
    }

    /** Lets it be of a place, or no longer. @param locality its name in the public contract */
    public Act locate(String locality, boolean isThere, Actor by) {
        return one -> outcome(
                one, categorise.locate(one.slug(), locality, isThere, version -> version == one.version(), by), "");
    }

    /** Lets it be of a genre. @param former code of the one of which it was, as far as that is known */
    public Act sort(String genre, String former, Actor by) {
        return one -> outcome(one, categorise.sort(one.slug(), genre, version -> version == one.version(), by), former);
    }

    /**
     * Says who sees it through, whatever others have changed of it since it was seen.
     *
     * @param username empty for nobody
     * @param expected who sees it through by then, or nothing is done; empty for nobody, null when that does not matter
     */
    public Act assign(String username, @Nullable String expected, Actor by) {
        return one -> {
            var assigned = assign.assign(one.slug(), username.isEmpty() ? null : username, expected, by);
            return switch (assigned.result()) {
                case DONE ->
                    new Outcome(
                            one,
                            DONE,
                            assigned.former().equals(username) ? null : new Back(one.version(), assigned.former()));
                case UNKNOWN -> new Outcome(one, "unknown", null);
                case UNFIT -> new Outcome(one, "unfit", null);
                case STALE -> new Outcome(one, "stale", null);
            };
        };
    }

    /** What becomes of each, where what one of them refuses is told and keeps nobody else from it. */
    public static List<Outcome> all(List<Chosen> chosen, Act act) {
        var outcomes = new ArrayList<Outcome>();
        for (var one : chosen) {
            outcomes.add(outcomes.size() < MOST ? answer(one, act) : new Outcome(one, "too-many", null));
        }
        return outcomes;
    }

    private static Outcome outcome(Chosen one, ProductChange change, String former) {
        if (change instanceof ProductChange.Done done) {
            var version = done.product().version();
            return new Outcome(one, DONE, version == one.version() ? null : new Back(version, former));
        }
        return new Outcome(one, change instanceof ProductChange.Stale ? "stale" : "unknown", null);
    }

    private static Outcome answer(Chosen one, Act act) {
        try {
            return act.to(one);
        } catch (TransitionRefused refused) {
            return new Outcome(one, refused.reason().code(), null);
        } catch (NotPermitted refused) {
            return new Outcome(one, "not-permitted", null);
        } catch (RuntimeException failure) {
            if (!Overtaking.explains(failure)) {
                throw failure;
            }
            return new Outcome(one, "stale", null);
        }
    }
}
