package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.loa.accounts.Actor;

/**
 * Starts a product as a copy of another: its words and all that it is described with, but none of its tracks, and nothing that people shown have agreed
 * to, for they agreed to the other work.
 */
@ApplicationScoped
@Transactional
public class CopyProduct {
    @Inject
    private Products products;

    @Inject
    private StartProduct start;

    /**
     * @param named what the copy is called, of what the other is called in each language
     * @return empty when there is, for them, no such product
     * @throws vn.loa.accounts.NotPermitted unless they edit products there
     * @throws vn.loa.common.InvalidInput when it names what there is no more
     */
    public Optional<WorkingProduct> copy(String slug, UnaryOperator<String> named, Actor by) {
        ProductPolicy.requireStaff(by);
        return products.find(slug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .map(product -> ProductContent.of(product.current()).with(List.of()))
                .map(content -> content.titled(content.title().with(named)))
                .map(content -> start.start(content, by));
    }
}
