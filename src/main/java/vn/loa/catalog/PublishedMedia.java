package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
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
 * Opens the renditions of approved tracks of public products, and what they have replaced or taken over from a short while ago; nothing else. One statement, or two for
 * what is not there.
 */
@Repository
@Transactional
public class PublishedMedia implements PublicMedia {
    /** What browsers may show within the portal's origin; everything else they save. */
    private static final Pattern SHOWN =
            Pattern.compile("(audio|video|image)/[a-z0-9.+-]+|text/vtt.*|application/vnd.apple.mpegurl");

    /** Who hears or reads what a newer one has taken over from is not cut off: that goes as what was replaced does. */
    private static final String OVERTAKEN = " and not " + NewestTracks.overtaken(" and n.reviewedAt < :oldest");

    private static final String OF_PUBLIC_TRACK = " t.product.slug = :slug and t.product.publication.online = true"
            + " and t.state = vn.loa.catalog.TrackState.APPROVED and r.sha256 like :prefix";

    /** Always the same name comes first, since browsers are led to it. */
    private static final String IN_ORDER = " order by r.id, t.id";

    private static final int MOST_NAMES = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private FormerRenditions formers;

    @Override
    public Optional<PublicBlob> find(String productSlug, String hashPrefix) {
        var found = em.createQuery(
                        "select r, t.language from Rendition r join fetch r.asset, Track t where r.asset = t.asset and"
                                + OF_PUBLIC_TRACK + " and (r.contentType not like 'video/%' or "
                                + mayShow("r.asset.shownFilm") + ")" + OVERTAKEN + IN_ORDER,
                        Object[].class)
                .setParameter("slug", productSlug)
                .setParameter("oldest", formers.oldest())
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(MOST_NAMES)
                .getResultList();
        return blob(productSlug, found)
                .or(() -> former(productSlug, hashPrefix).map(former -> blob(productSlug, former)));
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
        var found = em.createQuery(
                        "select r, t.language from Rendition r join fetch r.asset, Track t where r.asset = t.asset"
                                + " and t.product = :product and r.sha256 like :prefix" + IN_ORDER,
                        Object[].class)
                .setParameter("product", product)
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(MOST_NAMES)
                .getResultList();
        return blob(product.slug(), found);
    }

    /** @param found renditions that are the same bytes, each with the language of its track */
    private static Optional<PublicBlob> blob(String productSlug, List<Object[]> found) {
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var rendition = (Rendition) found.get(0)[0];
        var addresses = found.stream()
                .map(row -> ((Rendition) row[0]).address(productSlug, (String) row[1]))
                .distinct()
                .toList();
        return Optional.of(
                blob(rendition.sha256(), rendition.bytes(), rendition.contentType(), rendition.asset(), addresses));
    }

    private static PublicBlob blob(String productSlug, Former former) {
        var file = former.file();
        return blob(
                file.sha256(),
                file.bytes(),
                file.contentType(),
                file.asset(),
                List.of(file.address(productSlug, former.language())));
    }

    private static PublicBlob blob(
            String sha256, long bytes, String contentType, MediaAsset asset, List<String> addresses) {
        return new PublicBlob(
                sha256,
                bytes,
                contentType,
                asset.createdAt(),
                !SHOWN.matcher(contentType).matches(),
                addresses);
    }
}
