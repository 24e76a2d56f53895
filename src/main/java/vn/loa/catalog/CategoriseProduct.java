package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.function.LongPredicate;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Gives the draft of a product one more topic, or takes one from it, and leaves everything else as it is. */
@ApplicationScoped
@Transactional
public class CategoriseProduct {
    @Inject
    private Products products;

    @Inject
    private SeenProducts seen;

    @Inject
    private Topics topics;

    @Inject
    private ProductEditions editions;

    @Inject
    private Chronicle chronicle;

    /**
     * @param about whether it shall be about the topic; it may be so already, and then nothing changes
     * @param isSeen whether a version of the product is one that they decided on
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws InvalidInput when there is no such topic
     */
    public ProductChange categorise(String slug, String topic, boolean about, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var wanted = topics.find(topic).orElseThrow(() -> InvalidInput.of("topic", "is not known: " + topic));
        return seen.change(
                slug, isSeen, by, ProductPolicy::requireEditor, product -> categorise(product, wanted, about, by));
    }

    private void categorise(Product product, Topic wanted, boolean about, Actor by) {
        var draft = product.draft();
        editions.keepFirst(product, by.name());
        if (set(draft, wanted, about)) {
            products.touch(product);
            chronicle.record(product, "edit", by, null);
            editions.keep(product, by.name());
        }
    }

    /** Whether that changed anything. */
    private static boolean set(ProductRevision draft, Topic topic, boolean about) {
        var all = new ArrayList<>(draft.topics());
        var has = all.stream().anyMatch(each -> each.code().equals(topic.code()));
        if (has == about) {
            return false;
        }
        if (about) {
            all.add(topic);
        } else {
            all.removeIf(each -> each.code().equals(topic.code()));
        }
        draft.describe(all, draft.audiences(), draft.localities());
        return true;
    }
}
