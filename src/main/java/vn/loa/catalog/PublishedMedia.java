package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.loa.common.Repository;
import vn.loa.media.FormerRendition;
import vn.loa.media.FormerRenditions;
import vn.loa.media.MediaAsset;
import vn.loa.media.PublicBlob;
import vn.loa.media.PublicMedia;
import vn.loa.media.Rendition;

/**
 * Opens the renditions of approved tracks of public products, and what they have replaced a short while ago; nothing else. One statement, or two for
 * what is not there.
 */
@Repository
@Transactional
public class PublishedMedia implements PublicMedia {
    /** What browsers may show within the portal's origin; everything else they save. */
    private static final Pattern SHOWN =
            Pattern.compile("(audio|video|image)/[a-z0-9.+-]+|text/vtt.*|application/vnd.apple.mpegurl");

    private static final String OF_PUBLIC_TRACK = " t.product.slug = :slug and t.product.publication.online = true"
            + " and t.state = vn.loa.catalog.TrackState.APPROVED and r.sha256 like :prefix";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private FormerRenditions formers;

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix) {
        return em.createQuery(
                        "select r from Rendition r join fetch r.asset, Track t where r.asset = t.asset and"
                                + OF_PUBLIC_TRACK + " and (r.contentType not like 'video/%' or "
                                + mayShow("r.asset.shownFilm") + ")",
                        Rendition.class)
                .setParameter("slug", productSlug)
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(1)
                .getResultStream()
                .map(PublishedMedia::blob)
                .findFirst()
                .or(() -> former(productSlug, hashPrefix).map(former -> blob(former.file())));
    }

    /** A file that was replaced a short while ago, in the language of its track. */
    record Former(FormerRendition file, String language) {}

    /** What an address that was public until a short while ago leads to, as long as its track still is. One statement. */
    Optional<Former> former(String productSlug, String hashPrefix) {
        return em.createQuery(
                        "select r, t.language from FormerRendition r join fetch r.asset, Track t where r.asset = t.asset and"
                                + OF_PUBLIC_TRACK + " and r.replacedAt >= :oldest and " + mayShow("r.film"),
                        Object[].class)
                .setParameter("slug", productSlug)
                .setParameter("prefix", hashPrefix + "%")
                .setParameter("oldest", formers.oldest())
                .setMaxResults(1)
                .getResultStream()
                .map(row -> new Former((FormerRendition) row[0], (String) row[1]))
                .findFirst();
    }

    /** As {@link Track#files}: a dub shows the film that it was fitted to only while that is approved, too. */
    private static String mayShow(String film) {
        return "(%1$s is null or exists (select f.id from Track f where f.product = t.product and f.asset.id = %1$s and f.kind = %2$s and f.state = %3$s))"
                .formatted(film, "vn.loa.catalog.TrackKind.VIDEO", "vn.loa.catalog.TrackState.APPROVED");
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
        return blob(rendition.sha256(), rendition.bytes(), rendition.contentType(), rendition.asset());
    }

    private static PublicBlob blob(FormerRendition former) {
        return blob(former.sha256(), former.bytes(), former.contentType(), former.asset());
    }

    private static PublicBlob blob(String sha256, long bytes, String contentType, MediaAsset asset) {
        return new PublicBlob(
                sha256,
                bytes,
                contentType,
                asset.createdAt(),
                !SHOWN.matcher(contentType).matches());
    }
}
