package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/** The few products that press right now. */
@Repository
public class UrgentProducts {
    /** Where more press, nothing does. */
    private static final int MOST = 50;

    @PersistenceContext
    private EntityManager em;

    /** A public product that presses. */
    public record UrgentProduct(long id, String slug, Texts title, Priority priority, Instant until) {}

    /** What is public and presses, the most pressing first, then the newest. One statement. */
    @Transactional
    List<UrgentProduct> at(Instant now) {
        return em.createQuery(
                        "select p.id, p.slug, r.title, p.urgency, p.urgentUntil from Product p join p.published r"
                                + " where p.publication.online = true and p.urgency > 0 and p.urgentUntil > :now"
                                + " order by p.urgency desc, p.publication.publishedAt desc, p.id desc",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new UrgentProduct(
                        (Long) row[0], (String) row[1], (Texts) row[2], Priority.values()[(Integer) row[3]], (Instant)
                                row[4]))
                .toList();
    }

    /** Ids of what has pressed long enough. One statement. */
    @Transactional
    List<Long> over(Instant now) {
        return em.createQuery("select p.id from Product p where p.urgency > 0 and p.urgentUntil <= :now", Long.class)
                .setParameter("now", now)
                .getResultList();
    }
}
