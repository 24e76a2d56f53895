package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.TimeSource;

/**
 * Notes that a person shown in a work agrees to it no longer (law 91/2025/QH15), and hides the work with that. It asks for no version of the
 * product, and waits for whoever is changing it: nothing stands before this. Once more changes nothing.
 */
@ApplicationScoped
@Transactional
public class WithdrawConsent {
    @Inject
    private Products products;

    @Inject
    private WorkingProducts working;

    @Inject
    private ProductTransitions transitions;

    @Inject
    private Clock clock;

    /**
     * @param person as the record of the product names them
     * @param on the day they said so; null for today
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     * @throws InvalidInput when the record does not name the person, or the day lies ahead or before the consent
     */
    public ProductChange withdraw(String slug, String person, @Nullable LocalDate on, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.locked(slug);
        if (found.isEmpty()) {
            return new ProductChange.Unknown();
        }
        var product = found.get();
        ProductPolicy.requireKeeperOfConsents(by, product);
        var record = product.consentRecord();
        if (!record.names(person)) {
            throw InvalidInput.of("person", "is not named in the consents of this product");
        }
        var day = day(on);
        var open = record.open(person);
        if (on != null
                && !open.isEmpty()
                && open.stream()
                        .allMatch(consent ->
                                consent.givenOn().filter(day::isBefore).isPresent())) {
            throw InvalidInput.of("withdrawnOn", "lies before the day on which the consent was given");
        }
        if (!open.isEmpty()) {
            transitions.withdrawConsent(product, person, day, by);
            products.flush();
        }
        return new ProductChange.Done(working.show(product));
    }

    private LocalDate day(@Nullable LocalDate on) {
        var today = LocalDate.ofInstant(clock.instant(), TimeSource.ZONE);
        if (on != null && on.isAfter(today)) {
            throw InvalidInput.of("withdrawnOn", "lies ahead");
        }
        return on == null ? today : on;
    }
}
