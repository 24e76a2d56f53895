package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.PublicationState;

/**
 * Brings back what a product said once, as its draft. Of a published product the next revision is opened first, as for any other rewriting. What the
 * people shown have said stays as it is now.
 */
@ApplicationScoped
@Transactional
public class RestoreEdition {
    @Inject
    private Products products;

    @Inject
    private SeenProducts seen;

    @Inject
    private ProductEditions editions;

    @Inject
    private ProductEditing editing;

    @Inject
    private ProductTransitions transitions;

    @Inject
    private Chronicle chronicle;

    /**
     * @param edition id of what was saved
     * @param isSeen whether a version of the product is the one that they decided on
     * @throws vn.loa.accounts.NotPermitted unless they edit this product, where it is and where it was
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft, or published
     * @throws InvalidInput when nothing of this id was saved, or it names what there is no more
     */
    public ProductChange restore(String slug, long edition, LongPredicate isSeen, Actor by) {
        return seen.change(slug, isSeen, by, ProductPolicy::requireEditor, product -> restore(product, edition, by));
    }

    private void restore(Product product, long edition, Actor by) {
        var once = editions.find(product, edition)
                .orElseThrow(() -> InvalidInput.of("edition", "is not known: " + edition));
        if (product.publication().state() == PublicationState.PUBLISHED) {
            transitions.revise(product, by);
            products.flush();
        }
        chronicle.record(product, "restore", by, String.valueOf(edition));
        editing.rewrite(product, once.content().with(product.current().consents()), by);
    }
}
