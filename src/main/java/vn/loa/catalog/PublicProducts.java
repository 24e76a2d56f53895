package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Reading;

/** What programs may read of a product. */
@ApplicationScoped
@Transactional
@Reading
public class PublicProducts {
    @Inject
    private Products products;

    @Inject
    private PlanReferences plans;

    @Inject
    private Clock clock;

    /** The public product at this address, in a constant number of statements. */
    public Optional<ProductDocument> find(String slug) {
        return products.published(slug)
                .map(revision -> ProductDocument.of(
                        revision,
                        products.approvedTracks(revision.product()),
                        revision.deliverable()
                                .map(key -> plans.of(List.of(key)).get(key))
                                .orElse(null),
                        clock.instant()));
    }

    /** The chapters of the public product at this address as WebVTT; empty when none has a title in this language. */
    public Optional<String> chapters(String slug, String language) {
        return products.published(slug)
                .filter(revision -> revision.chapters().stream()
                        .anyMatch(chapter -> chapter.title().exactly(language).isPresent()))
                .map(revision -> Chapters.write(
                        revision.chapters(),
                        Films.publicLength(revision.product().tracks()).orElse(Duration.ZERO),
                        language));
    }

    /** Whether there was a public product at this address which has been withdrawn. */
    public boolean isGone(String slug) {
        return products.find(slug)
                .filter(product -> product.publication().isWithdrawn())
                .isPresent();
    }
}
