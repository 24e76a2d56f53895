package vn.loa.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Texts;

/** What products say of the plans they fulfil. Known to the plans, which know the products: so products ask through this. */
public interface PlanReferences {
    /**
     * The public plans behind these deliverables; a constant number of statements. Unknown keys and unpublished plans are left
     * out.
     *
     * @param deliverables keys
     */
    Map<String, PlanReference> of(Collection<String> deliverables);

    /** Those of these that some plan, public or not, promises. One statement, and none for none. @param deliverables keys */
    Set<String> promised(Collection<String> deliverables);

    /** In which languages these deliverables are promised by the newest revisions of their plans, by key. One statement, and none for none. @param deliverables keys */
    Map<String, Promised> languages(Collection<String> deliverables);

    /**
     * In which languages something is promised, and how.
     *
     * @param languages codes, the original first; empty when nothing is said of them
     * @param subtitled whether the others are read and not heard
     */
    record Promised(List<String> languages, boolean subtitled) {
        /** By no plan. */
        public static final Promised NOTHING = new Promised(List.of(), false);

        public Promised {
            languages = List.copyOf(languages);
        }
    }

    /**
     * Deliverables of public plans in whose title, or in whose plan's number or subject, all of these words stand, with or without their marks; so many
     * and no more. Two statements, or none when there are no words.
     */
    List<PlanReference> search(String words, int most);

    /**
     * A deliverable of a public plan.
     *
     * @param planReference number and symbol as people cite it; null when the plan was published without
     * @param planSubject trích yếu
     * @param deliverable the key
     * @param title what is promised
     */
    record PlanReference(
            String planSlug, @Nullable String planReference, String planSubject, String deliverable, Texts title) {}
}
