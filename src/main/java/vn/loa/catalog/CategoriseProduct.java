package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Audience;
import vn.loa.taxonomy.Audiences;
import vn.loa.taxonomy.Genres;
import vn.loa.taxonomy.Localities;
import vn.loa.taxonomy.Locality;
import vn.loa.taxonomy.Topic;
import vn.loa.taxonomy.Topics;

/** Gives the draft of a product another genre, one more topic, audience or place, or takes one of these from it, and leaves everything else as it is. */
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
    private Audiences audiences;

    @Inject
    private Localities localities;

    @Inject
    private Genres genres;

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
        return change(slug, isSeen, by, draft -> {
            var all = new ArrayList<>(draft.topics());
            var isChanged = set(all, wanted, Topic::code, about);
            draft.describe(all, draft.audiences(), draft.localities());
            return isChanged;
        });
    }

    /**
     * The same of an audience.
     *
     * @param isFor whether it shall be for the audience
     */
    public ProductChange address(String slug, String audience, boolean isFor, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var wanted =
                audiences.find(audience).orElseThrow(() -> InvalidInput.of("audience", "is not known: " + audience));
        return change(slug, isSeen, by, draft -> {
            var all = new ArrayList<>(draft.audiences());
            var isChanged = set(all, wanted, Audience::code, isFor);
            draft.describe(draft.topics(), all, draft.localities());
            return isChanged;
        });
    }

    /**
     * The same of a place.
     *
     * @param locality its name in the public contract
     * @param isThere whether it shall be of the place
     * @throws vn.loa.accounts.NotPermitted unless they edit this product, and products there
     */
    public ProductChange locate(String slug, String locality, boolean isThere, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var wanted =
                localities.find(locality).orElseThrow(() -> InvalidInput.of("locality", "is not known: " + locality));
        return change(slug, isSeen, by, draft -> {
            var all = new ArrayList<>(draft.localities());
            var isChanged = set(all, wanted, Locality::addressName, isThere);
            if (isChanged) {
                ProductPolicy.requireEditor(by, draft.product(), all);
            }
            draft.describe(draft.topics(), draft.audiences(), all);
            return isChanged;
        });
    }

    /**
     * Lets it be of another genre.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws InvalidInput when there is no such genre
     */
    public ProductChange sort(String slug, String genre, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var wanted = genres.find(genre).orElseThrow(() -> InvalidInput.of("genre", "is not known: " + genre));
        return change(slug, isSeen, by, draft -> draft.sort(wanted));
    }

    /** @param act changes a draft and says whether it did */
    private ProductChange change(String slug, LongPredicate isSeen, Actor by, Predicate<ProductRevision> act) {
        return seen.change(slug, isSeen, by, ProductPolicy::requireEditor, product -> {
            var draft = product.draft();
            editions.keepFirst(product, by.name());
            if (act.test(draft)) {
                products.touch(product);
                chronicle.record(product, "edit", by, null);
                editions.keep(product, by.name());
            }
        });
    }

    /** Whether that changed anything. */
    private static <T> boolean set(List<T> all, T wanted, Function<T, String> code, boolean isIn) {
        var has = all.stream().anyMatch(each -> code.apply(each).equals(code.apply(wanted)));
        if (has == isIn) {
            return false;
        }
        if (isIn) {
            all.add(wanted);
        } else {
            all.removeIf(each -> code.apply(each).equals(code.apply(wanted)));
        }
        return true;
    }
}
