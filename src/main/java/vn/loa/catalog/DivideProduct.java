package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Texts;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.taxonomy.Languages;

/** Says which chapters the draft of a product has, unless somebody else has changed it meanwhile. */
@ApplicationScoped
@Transactional
public class DivideProduct {
    @Inject
    private Products products;

    @Inject
    private SeenProducts seen;

    @Inject
    private Languages languages;

    @Inject
    private Chronicle chronicle;

    /**
     * @param isSeen whether a version of the product is the one that the chapters were made for
     * @param division makes the new chapters of those there are
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws InvalidInput when the chapters are not in order, do not lie within the work, or have no proper titles
     */
    public ProductChange divide(String slug, LongPredicate isSeen, UnaryOperator<List<Chapter>> division, Actor by) {
        return seen.change(
                slug,
                isSeen,
                by,
                ProductPolicy::requireEditor,
                product -> divide(product, division.apply(product.draft().chapters()), by));
    }

    /**
     * The same for a product that has been loaded in the transaction that is running.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit this product
     * @throws vn.loa.editorial.TransitionRefused unless it is a draft
     * @throws InvalidInput when the chapters are not in order, do not lie within the work, or have no proper titles
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void divide(Product product, List<Chapter> chapters, Actor by) {
        ProductPolicy.requireEditor(by, product);
        var draft = product.draft();
        var wrong = new ArrayList<Violation>(
                Chapters.violations(chapters, Films.length(product.tracks()).orElse(Duration.ZERO)));
        var titles = new LinkedHashMap<String, Texts>();
        for (var i = 0; i < chapters.size(); i++) {
            titles.put("chapters[" + i + "].title", chapters.get(i).title());
        }
        wrong.addAll(languages.unknown(titles));
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
        draft.divide(chapters);
        products.touch(product);
        chronicle.record(product, "edit", by, "chapters");
    }
}
