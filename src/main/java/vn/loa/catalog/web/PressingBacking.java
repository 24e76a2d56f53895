package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.CurrentPriorities;
import vn.loa.catalog.Priority;
import vn.loa.catalog.ProductCard;
import vn.loa.catalog.UrgentProducts.UrgentProduct;
import vn.loa.common.web.Visit;

/** What presses now: told on top of every page, also of those that say what went wrong, so nothing is asked for it. */
@Named("pressing")
@RequestScoped
public class PressingBacking {
    /** Where more is urgent, the list of works begins with all of it. */
    private static final int SHOWN = 3;

    @Inject
    private CurrentPriorities priorities;

    @Inject
    private Visit visit;

    /** What is urgent, but for what the page itself is about. */
    public List<UrgentProduct> getUrgent() {
        var here = visit.getAddress().path();
        return priorities.all(Priority.URGENT).stream()
                .filter(product -> !here.equals("/san-pham/" + product.slug()))
                .limit(SHOWN)
                .toList();
    }

    /** When nothing of it is urgent any more; null when nothing is. Pages that nobody can make anew go without it then. */
    public @Nullable Instant getUntil() {
        return priorities.all(Priority.URGENT).stream()
                .map(UrgentProduct::until)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** Whether there is more that is urgent. */
    public boolean isMore() {
        return priorities.all(Priority.URGENT).size() > SHOWN;
    }

    /** How much a product presses; null when it does not. */
    public @Nullable UrgentProduct of(@Nullable ProductCard card) {
        return card == null ? null : priorities.of(card.id()).orElse(null);
    }
}
