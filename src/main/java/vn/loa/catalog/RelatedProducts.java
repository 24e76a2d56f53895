package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import vn.loa.common.Page;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** What else somebody may want who has come to a product. */
@ApplicationScoped
class RelatedProducts {
    @Inject
    private ProductLists lists;

    @Inject
    private ProductCards cards;

    @Inject
    private Topics topics;

    /**
     * Of the same topics, the newest first; where there are too few of them, of topics beside these, and then of the same places.
     *
     * @param most so many
     */
    List<ProductCard> of(Product product, ProductRevision revision, int most) {
        var found = new LinkedHashSet<Long>();
        // One more than is wanted each time: the product itself may be among them.
        add(found, lists.aboutTopics(revision.topics().stream().map(Topic::code).toList(), 1, most + 1), product);
        if (found.size() < most) {
            add(found, lists.aboutTopics(beside(revision.topics()), 1, most + found.size() + 1), product);
        }
        if (found.size() < most) {
            var places = revision.localities().stream()
                    .map(Locality::id)
                    .filter(Objects::nonNull)
                    .toList();
            add(found, lists.forLocalities(places, 1, most + found.size() + 1), product);
        }
        return cards.of(found.stream().limit(most).toList());
    }

    private static void add(Set<Long> found, Page<Long> more, Product product) {
        more.items().stream().filter(id -> id != product.requireId()).forEach(found::add);
    }

    /** All that lies under what they lie under, themselves with it. */
    private List<String> beside(List<Topic> of) {
        return of.stream()
                .flatMap(topic -> topic.parent().stream())
                .map(Topic::code)
                .distinct()
                .flatMap(parent -> topics.withDescendants(parent).stream())
                .distinct()
                .toList();
    }
}
