package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Account;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.editorial.Chronicle;

/** Says who sees a product through. It changes nothing of what the product says, so it can be said at any time, whatever others change meanwhile. */
@ApplicationScoped
@Transactional
public class AssignProduct {
    @Inject
    private Products products;

    @Inject
    private Assignments assignments;

    @Inject
    private Accounts accounts;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** Somebody who may be asked. @param name by which people know them */
    public record Person(String username, String name) {}

    /** What becomes of it. */
    public enum Result {
        /** It is so now, or was before. */
        DONE,
        /** There is no such product. */
        UNKNOWN,
        /** There is no such account, or it may not edit this product. */
        UNFIT,
        /** Somebody has given it to another one meanwhile; nothing was done. */
        STALE
    }

    /** What became of it. @param former who saw it through before; empty when nobody did */
    public record Assigned(Result result, String former) {}

    /** Those who may be asked, by name. @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public */
    public List<Person> people(Actor by) {
        ProductPolicy.requireStaff(by);
        return assignments.editors();
    }

    /**
     * @param username of who sees it through from now on; null for nobody
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     */
    public Assigned assign(String slug, @Nullable String username, Actor by) {
        return assign(slug, username, null, by);
    }

    /**
     * The same as long as it stands as they know it.
     *
     * @param expected name of the account that they think sees it through; empty for nobody, null when that does not matter
     * @throws vn.loa.accounts.NotPermitted unless they edit or publish this product
     */
    public Assigned assign(String slug, @Nullable String username, @Nullable String expected, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = products.find(slug);
        if (found.isEmpty()) {
            return new Assigned(Result.UNKNOWN, "");
        }
        var product = found.get();
        ProductPolicy.requireAssigner(by, product);
        if (username != null && !isFit(username, product)) {
            return new Assigned(Result.UNFIT, "");
        }
        if (expected != null) {
            // What is compared here nobody else who compares changes before it is written.
            products.lock(product);
        }
        var before = assignments.of(product.requireId()).map(Person::username).orElse("");
        if (expected != null && !expected.equals(before)) {
            return new Assigned(Result.STALE, before);
        }
        if (username == null && !before.isEmpty()) {
            assignments.remove(product.requireId());
            chronicle.record(product, "release", by, before);
        } else if (username != null && !username.equals(before)) {
            assignments.put(product.requireId(), username, clock.instant());
            chronicle.record(product, "entrust", by, before.isEmpty() ? username : before + " → " + username);
        }
        return new Assigned(Result.DONE, before);
    }

    private boolean isFit(String username, Product product) {
        return accounts.find(username)
                .filter(Account::isEnabled)
                .filter(account -> ProductPolicy.mayEdit(account.actor(), product))
                .isPresent();
    }
}
