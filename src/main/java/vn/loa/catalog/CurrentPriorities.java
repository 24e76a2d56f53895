package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.loa.catalog.UrgentProducts.UrgentProduct;
import vn.loa.common.Followed;

/** Which products press, as far as this node knows: within a second of what another decided. Every page says it, and no statement is made for it. */
@ApplicationScoped
public class CurrentPriorities implements Followed {
    @Inject
    private UrgentProducts products;

    @Inject
    private Clock clock;

    private volatile List<UrgentProduct> known = List.of();

    /** What presses now, the most pressing first, then the newest. */
    public List<UrgentProduct> all() {
        var now = clock.instant();
        return known.stream().filter(product -> product.until().isAfter(now)).toList();
    }

    /** Those that press so much. */
    public List<UrgentProduct> all(Priority level) {
        return all().stream().filter(product -> product.priority() == level).toList();
    }

    public Optional<UrgentProduct> of(long product) {
        return all().stream().filter(one -> one.id() == product).findFirst();
    }

    @Override
    public synchronized boolean follow() {
        var now = products.at(clock.instant());
        var isOther = !now.equals(known);
        known = now;
        return isOther;
    }
}
