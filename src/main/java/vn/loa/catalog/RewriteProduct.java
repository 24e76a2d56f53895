package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;

/** Gives the draft of a product new content, unless somebody else has changed it meanwhile. */
@ApplicationScoped
@Transactional
public class RewriteProduct {
    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    @Inject
    private ProductEditing editing;

    /**
     * @param isSeen whether a version of the product is the one that the new content was made from
     * @throws vn.loa.accounts.NotPermitted unless they edit products where it is and where it shall be
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws vn.loa.common.InvalidInput when the content names something that does not exist
     */
    public ProductChange rewrite(String slug, LongPredicate isSeen, ProductContent content, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.find(slug);
        if (found.isEmpty()) {
            return new ProductChange.Unknown();
        }
        var product = found.get();
        ProductPolicy.requireEditor(by, product);
        if (!isSeen.test(product.version())) {
            return new ProductChange.Stale();
        }
        editing.rewrite(product, content, by);
        return new ProductChange.Done(working.show(product));
    }
}
