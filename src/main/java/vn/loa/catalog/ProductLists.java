package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.common.Titled;

/** Lists of what is public: ids, what presses first, then the newest. */
@Repository
public class ProductLists {
    @PersistenceContext
    private EntityManager em;

    /** Those of these that are public, in no order. One statement, or none. */
    public List<Titled> titles(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p.id, p.slug, r.title from Product p join p.published r"
                                        + " where p.publication.online = true and p.id in :ids",
                                Object[].class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .map(row -> new Titled((Long) row[0], (String) row[1], (Texts) row[2]))
                        .toList();
    }

    /** Ids of public products, newest first. Two statements. */
    public Page<Long> newest(int page, int size) {
        var total = em.createQuery("select count(p) from Product p where p.publication.online = true", Long.class)
                .getSingleResult();
        var ids = em.createQuery(
                        "select p.id from Product p where p.publication.online = true"
                                + " order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
                        Long.class)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(ids, total, page, size);
    }

    /** Ids of the newest public products of one of these genres. */
    public List<Long> newestOfGenres(List<String> genres, int atMost) {
        return genres.isEmpty()
                ? List.of()
                : em.createNamedQuery(Product.NEWEST_OF_GENRES, Long.class)
                        .setParameter("genres", genres)
                        .setMaxResults(atMost)
                        .getResultList();
    }

    /** Ids of public products about one of these topics, newest first. Two statements. */
    public Page<Long> aboutTopics(List<String> topics, int page, int size) {
        return withOneOf(" join r.topics x where x.code in :some", topics, page, size);
    }

    /** Codes of the topics that public products are about. One statement. */
    Set<String> topics() {
        return Set.copyOf(em.createQuery(
                        "select distinct x.code from Product p join p.published r join r.topics x"
                                + " where p.publication.online = true",
                        String.class)
                .getResultList());
    }

    /** Ids of public products for one of these localities, newest first. Two statements. */
    public Page<Long> forLocalities(List<Long> localities, int page, int size) {
        return withOneOf(" join r.localities x where x.id in :some", localities, page, size);
    }

    private Page<Long> withOneOf(String joined, List<?> some, int page, int size) {
        if (some.isEmpty()) {
            return Page.empty(page, size);
        }
        var from = " from Product p join p.published r" + joined + " and p.publication.online = true";
        var total = em.createQuery("select count(distinct p.id)" + from, Long.class)
                .setParameter("some", some)
                .getSingleResult();
        var ids = em.createQuery(
                        "select p.id" + from + " group by p.id, p.urgency.level, p.publication.publishedAt"
                                + " order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
                        Long.class)
                .setParameter("some", some)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(ids, total, page, size);
    }

    /** Ids of public products that fulfil one of these deliverables, newest first. */
    public List<Long> fulfilling(List<String> deliverables, int atMost) {
        return deliverables.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select p.id from Product p join p.published r where p.publication.online = true"
                                        + " and r.deliverable in :keys"
                                        + " order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
                                Long.class)
                        .setParameter("keys", deliverables)
                        .setMaxResults(atMost)
                        .getResultList();
    }

    /** The deliverable that each of these public products fulfils, in the order of the ids. One statement. */
    public Map<Long, String> deliverablesOf(List<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var keys = em.createQuery(
                        "select p.id, r.deliverable from Product p join p.published r"
                                + " where p.id in :ids and p.publication.online = true and r.deliverable is not null",
                        Object[].class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
        var ordered = new LinkedHashMap<Long, String>();
        ids.stream().filter(keys::containsKey).forEach(id -> ordered.put(id, keys.getOrDefault(id, "")));
        return ordered;
    }

    /**
     * Ids of public products whose title contains the words, without regard to case: what is left of search when the search
     * server is away. Two statements.
     */
    public Page<Long> titled(String words, int page, int size) {
        var pattern = "%" + words.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
        var from = " from Product p join p.published r where p.publication.online = true"
                + " and column('title_order', r) like :pattern";
        var total = em.createQuery("select count(p)" + from, Long.class)
                .setParameter("pattern", pattern)
                .getSingleResult();
        var ids = em.createQuery(
                        "select p.id" + from
                                + " order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
                        Long.class)
                .setParameter("pattern", pattern)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        return new Page<>(ids, total, page, size);
    }
}
