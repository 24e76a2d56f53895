package vn.loa.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.ProductCards;
import vn.loa.catalog.ProductLists;
import vn.loa.common.Page;

/** What there is to list while the search server is away: products by their titles, without words the newest, whatever the filters. */
@ApplicationScoped
public class WithoutIndex {
    @Inject
    private ProductCards cards;

    @Inject
    private ProductLists products;

    /** @param page from 1; there is nothing on pages beyond the last */
    Page<ProductCard> list(Filters filters, int page, int size) {
        var shallow = Math.min(page, ProductQuery.DEEPEST);
        var ids = filters.query()
                .map(words -> products.titled(words.text(), shallow, size))
                .orElseGet(() -> products.newest(shallow, size));
        return new Page<>(cards.of(ids.items()), ids.total(), page, size);
    }
}
