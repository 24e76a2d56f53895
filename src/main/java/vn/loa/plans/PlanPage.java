package vn.loa.plans;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductCard;
import vn.loa.common.Texts;

/**
 * Everything that the page of a public plan shows.
 *
 * @param place where it holds
 * @param agency who issued it
 * @param agencyNow who has taken over from it
 * @param parent the public plan that it details
 * @param goals what it promises and what has come of it, in its order
 * @param dependents public plans that rest on this one
 * @param siblings public plans that rest on a document that this one rests on too
 */
public record PlanPage(
        PlanDocument plan,
        Place place,
        Texts agency,
        @Nullable Texts agencyNow,
        @Nullable Neighbour parent,
        List<Goal> goals,
        List<Neighbour> dependents,
        List<Neighbour> siblings) {

    public PlanPage {
        goals = List.copyOf(goals);
        dependents = List.copyOf(dependents);
        siblings = List.copyOf(siblings);
    }

    /** @param name in its address */
    public record Place(String name, Texts label) {}

    /**
     * A promise with its progress.
     *
     * @param works the newest products that fulfil it
     */
    public record Goal(
            PlanDocument.Promise promise, Texts genre, DeliverableProgress progress, List<ProductCard> works) {
        public Goal {
            works = List.copyOf(works);
        }
    }

    /**
     * Another public plan in the graph.
     *
     * @param relation code of what it has to do with this plan; null for a sibling
     * @param shared the documents both rest on, as they are cited
     */
    public record Neighbour(
            String slug,
            @Nullable String reference,
            String subject,
            Texts agency,
            PlanDocument.@Nullable Issued issued,
            @Nullable String relation,
            List<String> shared) {
        public Neighbour {
            shared = List.copyOf(shared);
        }
    }
}
