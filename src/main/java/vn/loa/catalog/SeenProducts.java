package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;

/** What somebody decides on a product that they have before them is done only while it still is what they saw. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class SeenProducts {
    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    /**
     * @param isSeen whether a version of the product is one that they decided on
     * @param permission a rule of {@link ProductPolicy} that throws unless they may
     * @param decision what is done to it
     * @throws vn.loa.accounts.NotPermitted unless they are of those who have to do with products, and by the rule
     */
    ProductChange change(
            String slug,
            LongPredicate isSeen,
            Actor by,
            BiConsumer<Actor, Product> permission,
            Consumer<Product> decision) {
        ProductPolicy.requireStaff(by);
        var found = products.find(slug);
        if (found.isEmpty()) {
            return new ProductChange.Unknown();
        }
        var product = found.get();
        permission.accept(by, product);
        if (!isSeen.test(product.version())) {
            return new ProductChange.Stale();
        }
        decision.accept(product);
        return new ProductChange.Done(working.show(product));
    }
}
