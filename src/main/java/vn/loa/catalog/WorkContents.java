package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Accounts;
import vn.loa.accounts.Actor;
import vn.loa.accounts.AuditTrail;
import vn.loa.catalog.WorkPage.Deed;
import vn.loa.common.Reading;
import vn.loa.editorial.Act;
import vn.loa.editorial.PublicationState;

/** Reads what editors write, as it stands and as it stood. */
@ApplicationScoped
@Transactional
@Reading
public class WorkContents {
    @Inject
    private Products products;

    @Inject
    private ProductEditions editions;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    /** Empty when there is, for them, no such product. */
    public Optional<WorkContent> find(String slug, Actor by) {
        return visible(slug, by).map(product -> content(product, by));
    }

    /** Those at these addresses that they may see, by address, without who changed them last. A constant number of statements. */
    public Map<String, WorkContent> all(Collection<String> slugs, Actor by) {
        return products.withContent(slugs).values().stream()
                .filter(product -> ProductPolicy.maySee(by, product))
                .collect(Collectors.toMap(Product::slug, product -> content(product, null, by)));
    }

    /** What the product said at this version, without consents; empty when nobody remembers. */
    public Optional<ProductContent> seen(String slug, long version, Actor by) {
        return visible(slug, by).flatMap(product -> editions.at(product, version));
    }

    /** Where the product, its published revision, or what was saved once is compared from or to. */
    public static final String NOW = "nay";

    /** The revision that the public sees, or saw last. */
    public static final String PUBLISHED = "dang";

    /**
     * What was saved, the newest first.
     *
     * @param page from 1
     */
    public Optional<History> history(String slug, int page, Actor by) {
        return visible(slug, by).map(product -> history(product, page, by));
    }

    private History history(Product product, int page, Actor by) {
        var found = editions.latest(product, (page - 1) * History.SIZE, History.SIZE + 1);
        var names = accounts.displayNames(
                found.stream().map(ProductEdition::savedBy).collect(Collectors.toSet()));
        var state = product.publication().state();
        var published = product.published().map(ProductRevision::number).orElse(0);
        return new History(
                product.slug(),
                product.version(),
                product.current().title(),
                published,
                published == 0 ? 0 : editions.lastOf(product, published),
                product.publication().isOnline(),
                ProductPolicy.mayEdit(by, product)
                        && (state == PublicationState.DRAFT || state == PublicationState.PUBLISHED),
                found.stream()
                        .limit(History.SIZE)
                        .map(edition -> new History.Saved(
                                edition.requireId(),
                                edition.revision(),
                                edition.savedAt(),
                                edition.content(),
                                names.get(edition.savedBy())))
                        .toList(),
                found.size() > History.SIZE);
    }

    /** What is meant by {@link #NOW}, {@link #PUBLISHED} or the id of what was saved, without consents; empty when it means nothing. */
    public Optional<ProductContent> state(String slug, String which, Actor by) {
        return visible(slug, by).flatMap(product -> state(product, which));
    }

    private Optional<ProductContent> state(Product product, String which) {
        return switch (which) {
            case NOW -> Optional.of(ProductContent.of(product.current()).with(List.of()));
            case PUBLISHED ->
                product.published().map(shown -> ProductContent.of(shown).with(List.of()));
            default ->
                which.matches("[0-9]{1,18}")
                        ? editions.find(product, Long.parseLong(which)).map(ProductEdition::content)
                        : Optional.empty();
        };
    }

    private Optional<Product> visible(String slug, Actor by) {
        return products.find(slug).filter(product -> ProductPolicy.maySee(by, product));
    }

    private WorkContent content(Product product, Actor by) {
        var last = audit.latest(product.kind().code(), product.requireId(), 0, 1);
        var names =
                accounts.displayNames(last.stream().map(entry -> entry.actor()).collect(Collectors.toSet()));
        return content(
                product,
                last.stream()
                        .map(entry -> WorkPages.deed(entry, names))
                        .findFirst()
                        .orElse(null),
                by);
    }

    private static WorkContent content(Product product, @Nullable Deed changed, Actor by) {
        return new WorkContent(
                product.slug(),
                product.version(),
                product.publication().state() == PublicationState.DRAFT,
                ProductPolicy.mayEdit(by, product),
                ProductPolicy.acts(by, product).contains(Act.REVISE),
                ProductContent.of(product.current()),
                product.current().chapters(),
                product.current().consentRecord().withdrawals(),
                changed,
                product.publication().changedAt());
    }
}
