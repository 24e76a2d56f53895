package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.Actor;

/** Tells what stands against writing contents, without writing anything. */
@ApplicationScoped
@Transactional
public class CheckContent {
    @Inject
    private Products products;

    @Inject
    private NamedTerms terms;

    /** A content that shall be written. @param slug null for a new product */
    public record Wish(@Nullable String slug, ProductContent content) {}

    /**
     * What stands against each of these, in their order; empty where there is, for them, no such product. A constant number of statements, but for names
     * that mean nothing any more.
     */
    public List<Optional<ContentCheck>> all(List<Wish> wishes, Actor by) {
        var there = terms.of(wishes.stream().map(Wish::content).toList());
        var found = products.withContent(
                wishes.stream().map(Wish::slug).filter(Objects::nonNull).collect(Collectors.toSet()));
        return wishes.stream()
                .map(wish -> wish.slug() == null
                        ? Optional.of(ProductEditing.check(null, wish.content(), there, by))
                        : Optional.ofNullable(found.get(wish.slug()))
                                .filter(product -> ProductPolicy.maySee(by, product))
                                .map(product -> ProductEditing.check(product, wish.content(), there, by)))
                .toList();
    }
}
