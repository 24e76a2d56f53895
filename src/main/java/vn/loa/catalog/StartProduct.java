package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.common.Texts;

/** Starts a product as a draft. Its address is made from its Vietnamese title, with a number where that is taken. */
@ApplicationScoped
@Transactional
public class StartProduct {
    /** What stands in the place of a product's name in addresses of the back office. */
    private static final Set<String> RESERVED = Set.of("moi");

    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    @Inject
    private ProductEditing editing;

    /**
     * @throws vn.loa.accounts.NotPermitted unless they edit products there
     * @throws InvalidInput when the content names something that does not exist, or the title makes no address
     */
    public WorkingProduct start(ProductContent content, Actor by) {
        ProductPolicy.requireStaff(by);
        return working.show(editing.create(products.free(address(content)), content, false, by));
    }

    private static Slug address(ProductContent content) {
        try {
            var slug = Slug.of(content.title().in(Texts.FALLBACK));
            return RESERVED.contains(slug.value()) ? slug.numbered(2) : slug;
        } catch (IllegalArgumentException e) {
            throw InvalidInput.of("title.vi", "must have a letter or digit, of which the address is made");
        }
    }
}
