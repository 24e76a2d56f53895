package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.common.Violation;
import vn.loa.editorial.Chronicle;
import vn.loa.editorial.PublicationState;
import vn.loa.editorial.TransitionRefused;

/**
 * What an editor does to a product before it goes to review. Each act leaves an entry in the audit trail.
 *
 * <p>The caller has loaded what it hands over in the transaction that is running: without one the act is refused.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class ProductEditing {
    @Inject
    private Products products;

    @Inject
    private NamedTerms terms;

    @Inject
    private ProductEditions editions;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /**
     * Starts a product as a draft.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit products there
     * @throws InvalidInput when the address is taken or the content names something that does not exist
     */
    public Product create(Slug slug, ProductContent content, boolean sample, Actor by) {
        if (products.find(slug.value()).isPresent()) {
            throw InvalidInput.of("slug", "is the address of another product already");
        }
        var described = terms.of(List.of(content)).describe(content);
        ProductPolicy.requireCreator(by, described.localities());
        var product = new Product(slug, sample, clock.instant());
        products.add(product);
        write(product.current(), content, described);
        products.flush();
        chronicle.record(product, "create", by, null);
        editions.keep(product, by.name());
        return product;
    }

    /**
     * Rewrites the working revision. The product counts as changed.
     *
     * @throws vn.loa.accounts.NotPermitted unless they edit products where it is and where it shall be
     * @throws TransitionRefused unless the product is a draft
     * @throws InvalidInput when the content names something that does not exist, or tells of withdrawn consents otherwise than the record
     */
    public void rewrite(Product product, ProductContent content, Actor by) {
        rewrite(product, content, false, by);
    }

    /** The same of what the form saves by itself while somebody writes: what says nothing new changes nothing, and one sitting leaves one entry. */
    public void goOn(Product product, ProductContent content, Actor by) {
        if (product.publication().state() != PublicationState.DRAFT
                || !ProductContent.of(product.current()).equals(content)) {
            rewrite(product, content, true, by);
        }
    }

    private void rewrite(Product product, ProductContent content, boolean byItself, Actor by) {
        ProductPolicy.requireEditor(by, product);
        var described = terms.of(List.of(content)).describe(content);
        ProductPolicy.requireEditor(by, product, described.localities());
        var draft = product.draft();
        var record = new ConsentRecord(content.consents());
        requireWithdrawalsKept(draft.consentRecord().withdrawals(), record);
        product.published().ifPresent(shown -> requireNamed(shown.consents(), record));
        editions.keepFirst(product, by.name());
        write(draft, content, described);
        products.touch(product);
        var isEntry = editions.keep(product, by.name(), byItself);
        if (isEntry || !byItself) {
            chronicle.record(product, "edit", by, null);
        }
    }

    /**
     * What stands against saying so, before anything is written.
     *
     * @param product null for a new one
     * @param there what there is of what it names
     */
    static ContentCheck check(@Nullable Product product, ProductContent content, NamedTerms.Terms there, Actor by) {
        var faults = there.faults(content);
        if (!faults.isEmpty()) {
            return new ContentCheck(faults, true, true);
        }
        var described = there.describe(content);
        try {
            if (product == null) {
                ProductPolicy.requireCreator(by, described.localities());
            } else {
                ProductPolicy.requireEditor(by, product, described.localities());
            }
        } catch (NotPermitted beyond) {
            return new ContentCheck(List.of(), false, true);
        }
        return new ContentCheck(
                List.of(), true, product == null || product.publication().state() == PublicationState.DRAFT);
    }

    /** Who was shown to the public can withdraw the consent, and must be found for it, whatever becomes of the work. */
    private static void requireNamed(List<Consent> shown, ConsentRecord after) {
        var wrong = shown.stream()
                .map(Consent::person)
                .filter(person -> !after.names(person))
                .distinct()
                .map(person -> new Violation("consents", "must still name " + person + ", whom the public has seen"))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    /** A withdrawal hides the work, so that it is an act of its own ({@link WithdrawConsent}), which no rewriting does or undoes. */
    private static void requireWithdrawalsKept(List<Consent> before, ConsentRecord after) {
        var wrong = new ArrayList<Violation>();
        before.stream()
                .filter(withdrawal -> !after.consents().contains(withdrawal))
                .map(withdrawal -> "must keep, as it is, what " + withdrawal.person()
                        + " has withdrawn; a new consent stands beside it")
                .forEach(why -> wrong.add(new Violation("consents", why)));
        for (var i = 0; i < after.consents().size(); i++) {
            var consent = after.consents().get(i);
            if (consent.withdrawnOn().isPresent() && !before.contains(consent)) {
                wrong.add(new Violation(
                        "consents[" + i + "].withdrawnOn",
                        "is not written here: a withdrawal is told to consents/withdrawals of the product"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong);
        }
    }

    private static void write(ProductRevision revision, ProductContent content, NamedTerms.Described described) {
        revision.write(
                new ProductRevision.Wording(
                        content.title(),
                        content.summary(),
                        content.body(),
                        content.year(),
                        content.replay(),
                        content.deliverable()),
                described.genre(),
                described.agency());
        revision.describe(described.topics(), described.audiences(), described.localities());
        revision.name(content.credits(), content.consents());
    }
}
