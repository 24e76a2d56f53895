package vn.loa.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import vn.loa.accounts.Actor;
import vn.loa.media.MediaInReview;
import vn.loa.media.PublicBlob;

/** Lets those who work on a product hear and see its tracks before they are approved. */
@ApplicationScoped
@Transactional
public class ReviewedMedia implements MediaInReview {
    @Inject
    private Products products;

    @Inject
    private PublishedMedia media;

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix, Actor by) {
        return products.find(productSlug)
                .filter(product -> ProductPolicy.maySee(by, product))
                .flatMap(product -> media.inReview(product, hashPrefix));
    }
}
