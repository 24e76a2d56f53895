package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import vn.loa.common.Reading;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/** Works that may have been heard: those that are public, and those that were once. What was never public nobody learns of here. */
@Repository
@Transactional
@Reading
public class HeardWorks {
    private static final String WORKS =
            "select p.id, p.slug, r.title, g.label, p.publication.online, t.kind, t.language, p.publication.publishedAt from Product p"
                    + " join p.published r join r.genre g left join p.tracks t";

    private static final String IN_ORDER = " order by p.id desc, t.id";
    private static final int SOME = 500;
    private static final Set<TrackKind> SOUND = EnumSet.of(TrackKind.AUDIO, TrackKind.VIDEO);

    @PersistenceContext
    private EntityManager em;

    /** All of them, the newest first. One statement. */
    public List<HeardWork> all() {
        return works(em.createQuery(WORKS + IN_ORDER, Object[].class));
    }

    /** Which of these are addresses of any. One statement, or none for none. */
    public List<String> slugs(Collection<String> wanted) {
        return wanted.isEmpty()
                ? List.of()
                : em.createQuery("select p.slug from Product p join p.published r where p.slug in :slugs", String.class)
                        .setParameter("slugs", wanted)
                        .getResultList();
    }

    /** Tells what all of them are called, by their slugs. One statement for some hundred, and no more in memory. */
    public void titles(BiConsumer<String, Texts> each) {
        var last = 0L;
        for (var some = titles(last); !some.isEmpty(); some = titles(last)) {
            some.forEach(row -> each.accept((String) row[1], (Texts) row[2]));
            last = (Long) some.get(some.size() - 1)[0];
        }
    }

    private List<Object[]> titles(long after) {
        return em.createQuery(
                        "select p.id, p.slug, r.title from Product p join p.published r where p.id > :after order by p.id",
                        Object[].class)
                .setParameter("after", after)
                .setMaxResults(SOME)
                .getResultList();
    }

    /** Those at these addresses. One statement, or none for none. */
    public List<HeardWork> at(Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : works(em.createQuery(WORKS + " where p.slug in :slugs" + IN_ORDER, Object[].class)
                        .setParameter("slugs", slugs));
    }

    /** Those with these ids. One statement, or none for none. */
    public List<HeardWork> of(Collection<Long> products) {
        return products.isEmpty()
                ? List.of()
                : works(em.createQuery(WORKS + " where p.id in :ids" + IN_ORDER, Object[].class)
                        .setParameter("ids", products));
    }

    /** Since when those of these that are not public any more are not, at the latest. One statement, or none for none. */
    public Map<Long, Instant> gone(Collection<Long> products) {
        return products.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select p.id, p.publication.changedAt from Product p where p.id in :ids and p.publication.online = false",
                                Object[].class)
                        .setParameter("ids", products)
                        .getResultStream()
                        .collect(Collectors.toMap(row -> (Long) row[0], row -> (Instant) row[1]));
    }

    private record Begun(Object[] row, Set<String> languages) {
        HeardWork work() {
            return new HeardWork(
                    (Long) row[0],
                    (String) row[1],
                    (Texts) row[2],
                    (Texts) row[3],
                    Boolean.TRUE.equals(row[4]),
                    row[7] instanceof Instant since ? since : Instant.MIN,
                    languages);
        }
    }

    private static List<HeardWork> works(TypedQuery<Object[]> query) {
        var begun = new LinkedHashMap<Long, Begun>();
        for (var row : query.getResultList()) {
            var work = begun.computeIfAbsent((Long) row[0], id -> new Begun(row, new HashSet<>()));
            if (row[5] instanceof TrackKind kind && SOUND.contains(kind)) {
                work.languages().add((String) row[6]);
            }
        }
        return begun.values().stream().map(Begun::work).toList();
    }
}
