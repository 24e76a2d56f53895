package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.accounts.Actor;

/** Tells what stands against writing a content, without writing anything. */
@ApplicationScoped
@Transactional
public class CheckContent {
    @Inject
    private Products products;

    @Inject
    private ProductEditing editing;

    /** Of a new product. */
    public ContentCheck ofNew(ProductContent content, Actor by) {
        return editing.check(null, content, by);
    }

    /** Of one that there is; empty when there is, for them, no such product. */
    public Optional<ContentCheck> of(String slug, ProductContent content, Actor by) {
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> editing.check(product, content, by));
    }
}
