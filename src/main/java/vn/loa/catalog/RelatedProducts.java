package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
        add(found, revision.topics().stream().map(Topic::code).toList(), product, most);
        if (found.size() < most) {
            add(found, beside(revision.topics()), product, most);
        }
        if (found.size() < most) {
            var places = revision.localities().stream()
                    .map(Locality::id)
                    .filter(Objects::nonNull)
                    .toList();
            lists.forLocalities(places, 1, most + found.size() + 1).items().stream()
                    .filter(id -> id != product.requireId())
                    .forEach(found::add);
        }
        return cards.of(found.stream().limit(most).toList());
    }

    private void add(Set<Long> found, List<String> about, Product product, int most) {
        lists.aboutTopics(about, 1, most + found.size() + 1).items().stream()
                .filter(id -> id != product.requireId())
                .forEach(found::add);
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
