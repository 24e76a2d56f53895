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
    private SeenProducts seen;

    @Inject
    private ProductEditing editing;

    /**
     * @param isSeen whether a version of the product is the one that the new content was made from
     * @throws vn.loa.accounts.NotPermitted unless they edit products where it is and where it shall be
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws vn.loa.common.InvalidInput when the content names something that does not exist
     */
    public ProductChange rewrite(String slug, LongPredicate isSeen, ProductContent content, Actor by) {
        return seen.change(
                slug, isSeen, by, ProductPolicy::requireEditor, product -> editing.rewrite(product, content, by));
    }

    /** The same of what the form saves by itself while somebody writes. */
    public ProductChange goOn(String slug, LongPredicate isSeen, ProductContent content, Actor by) {
        return seen.change(
                slug, isSeen, by, ProductPolicy::requireEditor, product -> editing.goOn(product, content, by));
    }
}
