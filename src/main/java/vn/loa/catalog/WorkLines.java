package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.catalog.WorkConditions.Asked;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.editorial.PublicationState;
import vn.loa.taxonomy.Locality;

/** Reads lists of products at work: first which, then what there is to say of them. */
@Repository
class WorkLines {
    private static final String PRODUCTS = " from product p join product_revision r on r.id = p.current_revision";

    private static final String LATEST = "(select max(e.id) from audit_entry e"
            + " where e.subject_kind = 'product' and e.subject_id = p.id) desc nulls last, p.id desc";

    private static final String LIFE =
            "array['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'PUBLISHED', 'WITHDRAWN', 'ARCHIVED']";

    @PersistenceContext
    private EntityManager em;

    /** Ids of one page. One statement. @param page from 1 */
    List<Long> ids(Asked asked, int page, int size) {
        var conditions = WorkConditions.of(asked);
        var order = switch (asked.filter().order()) {
            case CHANGED -> LATEST;
            case TITLE -> "r.title_order nulls last, p.id";
            case STATE -> "array_position(" + LIFE + ", p.state), " + LATEST;
        };
        var sql = "select p.id" + PRODUCTS + " where " + conditions.sql() + " order by " + order + " limit "
                + conditions.value(size) + " offset " + conditions.value(Math.multiplyExact(page - 1, size));
        List<?> ids = conditions.bind(em.createNativeQuery(sql)).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** All of them with their versions; so many and no more. One statement. */
    List<ChosenProducts.Chosen> chosen(Asked asked, int most) {
        var conditions = WorkConditions.of(asked);
        var sql = "select p.slug, p.version" + PRODUCTS + " where " + conditions.sql() + " order by p.id limit "
                + conditions.value(most);
        List<?> found = conditions.bind(em.createNativeQuery(sql)).getResultList();
        return found.stream()
                .map(Object[].class::cast)
                .map(row -> new ChosenProducts.Chosen((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    /** How many bytes the files have together of which the tracks of these products were made. One statement. */
    long masterBytes(List<Long> ids) {
        return ((Number) em.createNativeQuery(
                                "select coalesce(sum(b.size), 0) from track t join media_asset a on a.id = t.asset"
                                        + " join blob b on b.sha256 = a.master where t.product in"
                                        + " (select cast(id as bigint) from json_array_elements_text(cast(?1 as json)) as wanted (id))")
                        .setParameter(1, Jsons.array(ids).build().toString())
                        .getSingleResult())
                .longValue();
    }

    /** What stands in a product itself. */
    record Core(
            long id,
            long version,
            String slug,
            Texts title,
            Texts genre,
            PublicationState state,
            boolean online,
            @Nullable Instant scheduledFor,
            Instant changedAt) {}

    Map<Long, Core> cores(List<Long> ids) {
        return em.createQuery(
                        "select p.id, p.version, p.slug, r.title, g.label, p.publication.state, p.publication.online,"
                                + " p.publication.scheduledFor, p.publication.changedAt from Product p join p.current r"
                                + " join r.genre g where p.id in :ids",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row -> new Core(
                        (Long) row[0],
                        ((Number) row[1]).longValue(),
                        (String) row[2],
                        (Texts) row[3],
                        (Texts) row[4],
                        (PublicationState) row[5],
                        (Boolean) row[6],
                        (Instant) row[7],
                        (Instant) row[8]))
                .collect(Collectors.toMap(Core::id, core -> core));
    }

    /** So many tracks of a product are in this language and state. */
    record Tracks(long product, String language, TrackState state, int count) {}

    List<Tracks> tracks(List<Long> ids) {
        return em.createQuery(
                        "select t.product.id, t.language, t.state, count(t) from Track t where t.product.id in :ids"
                                + " group by t.product.id, t.language, t.state",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(row ->
                        new Tracks((Long) row[0], (String) row[1], (TrackState) row[2], ((Number) row[3]).intValue()))
                .toList();
    }

    /** The last thing that was done to a product. @param who name of the account, or of a part of the portal */
    record Deed(String who, String action, Instant at) {}

    Map<Long, Deed> lastDeeds(List<Long> ids) {
        return em.createQuery(
                        "select e.subjectId, e.actor, e.action, e.at from AuditEntry e where e.id in (select max(x.id)"
                                + " from AuditEntry x where x.subjectKind = 'product' and x.subjectId in :ids"
                                + " group by x.subjectId)",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> (Long) row[0], row -> new Deed((String) row[1], (String) row[2], (Instant) row[3])));
    }

    /** Codes of their genres, by address. One statement. */
    Map<String, String> genres(Collection<String> slugs) {
        var genres = new HashMap<String, String>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, r.genre.code from Product p join p.current r where p.slug in :slugs",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultStream()
                    .forEach(row -> genres.put((String) row[0], (String) row[1]));
        }
        return genres;
    }

    /** What the products at these addresses are called; what there is not is missing. */
    Map<String, Texts> titles(Collection<String> slugs) {
        var titles = new HashMap<String, Texts>();
        if (!slugs.isEmpty()) {
            em.createQuery(
                            "select p.slug, r.title from Product p join p.current r where p.slug in :slugs",
                            Object[].class)
                    .setParameter("slugs", slugs)
                    .getResultStream()
                    .forEach(row -> titles.put((String) row[0], (Texts) row[1]));
        }
        return titles;
    }

    /** These units, by name. */
    List<Locality> units(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select l from Locality l left join fetch l.parent where l.id in :ids order by l.name, l.id",
                                Locality.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }
}
