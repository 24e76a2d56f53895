package vn.loa.plans;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Texts;

/**
 * Everything that the page of a public plan shows.
 *
 * @param place where it holds
 * @param agency who issued it
 * @param agencyNow who does its work now
 * @param parent the public plan that it details
 * @param terms on which everything in it is promised
 * @param goals what it promises and what has come of it, in its order
 * @param bases the documents it rests on, in its order, each once
 * @param dependents public plans that rest on this one
 */
public record PlanPage(
        PlanDocument plan,
        Place place,
        Texts agency,
        @Nullable Texts agencyNow,
        @Nullable Neighbour parent,
        Terms terms,
        List<Goal> goals,
        List<Cited> bases,
        List<Neighbour> dependents) {

    public PlanPage {
        goals = List.copyOf(goals);
        bases = List.copyOf(bases);
        dependents = List.copyOf(dependents);
    }

    /** Whether what has come of it is told by sample content, at least in part. */
    public boolean sampled() {
        return goals.stream().anyMatch(goal -> goal.progress().samples() > 0);
    }

    /** @param name in its address */
    public record Place(String name, Texts label) {}

    /**
     * A promise with its progress.
     *
     * @param printed whether its number counts copies of what is printed, and not works
     * @param terms on which this is promised, beyond those of the whole plan
     * @param works the newest products that fulfil it
     * @param airings how often such were heard from loudspeakers
     */
    public record Goal(
            PlanDocument.Promise promise,
            Texts genre,
            boolean printed,
            Terms terms,
            DeliverableProgress progress,
            List<ProductCard> works,
            BroadcastCounts.Airings airings) {
        public Goal {
            works = List.copyOf(works);
        }

        /** How many of these works last less than was promised. */
        public long shorter() {
            var least = promise.minutes() == null ? null : promise.minutes().min();
            return least == null
                    ? 0
                    : works.stream()
                            .map(ProductCard::duration)
                            .filter(length -> length != null && length.compareTo(Duration.ofMinutes(least)) < 0)
                            .count();
        }
    }

    /**
     * A document that the plan rests on.
     *
     * @param basis what its citations tell of it together
     * @param relations codes of everything that it is cited for
     * @param within the section that cites it, when the preamble does not; else null
     * @param others public plans that rest on it too
     */
    public record Cited(
            PlanDocument.Basis basis,
            List<String> relations,
            PlanDocument.@Nullable Part within,
            List<Neighbour> others) {
        public Cited {
            relations = List.copyOf(relations);
            others = List.copyOf(others);
        }
    }

    /**
     * Another public plan in the graph.
     *
     * @param relation code of what it has to do with this plan; null where both only rest on the same document
     */
    public record Neighbour(
            String slug,
            @Nullable String reference,
            @Nullable String symbol,
            String subject,
            Texts agency,
            PlanDocument.@Nullable Issued issued,
            @Nullable String relation) {}
}
