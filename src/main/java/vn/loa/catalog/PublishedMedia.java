package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.Repository;
import vn.loa.media.PublicBlob;
import vn.loa.media.PublicMedia;
import vn.loa.media.Rendition;

/** Opens the renditions of approved tracks of public products, and nothing else. One statement. */
@Repository
@Transactional
public class PublishedMedia implements PublicMedia {
    /** What browsers may show within the portal's origin; everything else they save. */
    private static final Pattern SHOWN =
            Pattern.compile("(audio|video|image)/[a-z0-9.+-]+|text/vtt.*|application/vnd.apple.mpegurl");

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix) {
        return em.createQuery(
                        "select r from Rendition r join fetch r.asset, Track t where r.asset = t.asset"
                                + " and t.product.slug = :slug and t.product.publication.online = true"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED and r.sha256 like :prefix"
                                // As Track.files(): a dub shows its film only while that is approved, too.
                                + " and (r.asset.shownFilm is null or r.contentType not like 'video/%' or exists (select f.id"
                                + " from Track f where f.product = t.product and f.asset.id = r.asset.shownFilm"
                                + " and f.kind = vn.loa.catalog.TrackKind.VIDEO"
                                + " and f.state = vn.loa.catalog.TrackState.APPROVED))",
                        Rendition.class)
                .setParameter("slug", productSlug)
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(1)
                .getResultStream()
                .map(PublishedMedia::blob)
                .findFirst();
    }

    /** Of any track, in whatever state its product is. One statement. */
    Optional<PublicBlob> inReview(Product product, String hashPrefix) {
        return em.createQuery(
                        "select r from Rendition r join fetch r.asset, Track t where r.asset = t.asset"
                                + " and t.product = :product and r.sha256 like :prefix",
                        Rendition.class)
                .setParameter("product", product)
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(1)
                .getResultStream()
                .map(PublishedMedia::blob)
                .findFirst();
    }

    private static PublicBlob blob(Rendition rendition) {
        return new PublicBlob(
                rendition.sha256(),
                rendition.bytes(),
                rendition.contentType(),
                rendition.asset().createdAt(),
                !SHOWN.matcher(rendition.contentType()).matches());
    }
}
