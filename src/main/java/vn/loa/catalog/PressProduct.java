package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;

/** Publishers of the whole province say how much a product presses, and until when; then it ends by itself. */
@ApplicationScoped
@Transactional
public class PressProduct {
    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    @Inject
    private UrgentProducts urgent;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /**
     * @param until when it presses no more; null of what is normal
     * @param isSeen whether a version of the product is one that they decided on
     * @throws vn.loa.accounts.NotPermitted unless they publish for the whole province
     * @throws vn.loa.editorial.TransitionRefused when it cannot press, or not until then
     */
    public ProductChange press(String slug, Priority level, @Nullable Instant until, LongPredicate isSeen, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.find(slug);
        if (found.isEmpty()) {
            return new ProductChange.Unknown();
        }
        var product = found.get();
        ProductPolicy.requireSight(by, product);
        ProductPolicy.requirePresser(by, product);
        if (!isSeen.test(product.version())) {
            return new ProductChange.Stale();
        }
        if (level != Priority.NORMAL && until != null) {
            product.requirePressable(level, until, clock.instant());
        }
        if (!urgent.press(product, level, until)) {
            return new ProductChange.Stale();
        }
        said(product, by, until == null ? level.code() : level.code() + " " + until);
        return new ProductChange.Done(working.show(product));
    }

    /** Ids of what has pressed long enough. */
    List<Long> over() {
        return urgent.over(clock.instant());
    }

    /** It presses no more; nothing happens when somebody has said otherwise since. */
    void end(long id) {
        products.find(id)
                .filter(product -> urgent.end(product, clock.instant()))
                .ifPresent(product -> said(product, Actor.SCHEDULE, Priority.NORMAL.code()));
    }

    private void said(Product product, Actor by, String note) {
        chronicle.record(product, "press", by, note);
        products.flush();
        if (product.publication().isOnline()) {
            chronicle.published(product);
        }
    }
}
