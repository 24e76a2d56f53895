package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.ProductAddress.Film;
import vn.loa.common.Repository;
import vn.loa.editorial.PublicationState;
import vn.loa.media.MediaAddress;

/** Lists the addresses of everything public, page by page. Four statements a page. */
@Repository
@Transactional
public class ProductAddresses {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private ProductCards cards;

    /** Newest first; empty after the last page. @param page from 1 */
    public List<ProductAddress> page(int page, int size) {
        List<Object[]> rows = em.createQuery(
                        "select p.id, p.slug, p.publication.changedAt, p.publication.state from Product p where p.publication.online = true"
                                + " order by p.publication.publishedAt desc, p.id desc",
                        Object[].class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        var ids = rows.stream().map(row -> (Long) row[0]).toList();
        var films = films(ids);
        return rows.stream()
                .map(row -> new ProductAddress((String) row[1], changedAt(row), films.get((Long) row[0])))
                .toList();
    }

    /** How many there are on all pages. One statement. */
    public long count() {
        return em.createQuery("select count(p) from Product p where p.publication.online = true", Long.class)
                .getSingleResult();
    }

    /** When these were changed last, by their ids; those are missing on whose revision somebody works. One statement. */
    public Map<Long, Instant> changes(List<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p.id, p.publication.changedAt from Product p where p.id in :ids"
                                        + " and p.publication.state = vn.loa.editorial.PublicationState.PUBLISHED",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
    }

    /** While a revision is worked on, its changes are nobody's business, and when the public one changed is not known. */
    private static @Nullable Instant changedAt(Object[] row) {
        return row[3] == PublicationState.PUBLISHED ? (Instant) row[2] : null;
    }

    /** Of the files only what their addresses need. */
    private Map<Long, Film> films(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var playable = em.createQuery(
                        "select p.id, t.language, r.profile, r.sha256, r.contentType, r.durationMillis from Track t join t.product p join t.asset a join a.renditions r"
                                + " where p.id in :ids and t.kind = vn.loa.catalog.TrackKind.VIDEO"
                                + " and t.state = vn.loa.catalog.TrackState.APPROVED"
                                + " and t.role = vn.loa.catalog.TrackRole.ORIGINAL and not "
                                + NewestTracks.overtaken("")
                                // As Rendition.isPlayable: what is cut for HLS has a picture without its sound.
                                + " and r.contentType like 'video/%' and r.segments.codecs is null order by r.bytes",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> row, (smaller, larger) -> larger));
        return cards.of(List.copyOf(playable.keySet())).stream()
                .flatMap(card -> Optional.ofNullable(playable.get(card.id()))
                        .flatMap(row -> film(card, row))
                        .map(film -> Map.entry(card.id(), film))
                        .stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The largest picture and the best file, as search engines advise. */
    private static Optional<Film> film(ProductCard card, Object[] row) {
        var content = MediaAddress.of(card.slug(), (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
        var length = (Long) row[5];
        return card.posters().stream()
                .filter(poster -> poster.contentType().equals("image/jpeg"))
                .reduce((smaller, larger) -> larger)
                .map(picture -> new Film(
                        card.title(),
                        card.summary(),
                        picture.url(),
                        content,
                        length == null ? 0 : Duration.ofMillis(length).toSeconds(),
                        card.publishedAt()));
    }
}
