package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/** The few products that press right now. */
@Repository
public class UrgentProducts {
    /** Where more press, nothing does. */
    private static final int MOST = 50;

    private static final String GONE = "('WITHDRAWN', 'ARCHIVED')";
    private static final String OVER = "urgency > 0 and (urgent_until <= ?1 or state in " + GONE + ")";

    /** In SQL, as all that writes here: an update in JPQL gives the product another version, and who is writing it could not save. */
    private static final String NORMAL = "update product set urgency = 0, urgent_until = null where ";

    @PersistenceContext
    private EntityManager em;

    /** A public product that presses. */
    public record UrgentProduct(long id, String slug, Texts title, Priority priority, Instant until) {}

    /** What is public and presses, the most pressing first, then the newest. One statement. */
    @Transactional
    List<UrgentProduct> at(Instant now) {
        return em.createQuery(
                        "select p.id, p.slug, r.title, p.urgency.level, p.urgency.until from Product p join p.published r"
                                + " where p.publication.online = true and p.urgency.level > 0 and p.urgency.until > :now"
                                + " order by p.urgency.level desc, p.publication.publishedAt desc, p.id desc",
                        Object[].class)
                .setParameter("now", now)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new UrgentProduct(
                        (Long) row[0], (String) row[1], (Texts) row[2], Priority.values()[(Integer) row[3]], (Instant)
                                row[4]))
                .toList();
    }

    /** Ids of what has pressed long enough, and of what the public sees no more. One statement. */
    @Transactional
    List<Long> over(Instant now) {
        List<?> ids = em.createNativeQuery("select id from product where " + OVER)
                .setParameter(1, Timestamp.from(now))
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /**
     * Writes down how much a product presses, past its version: who is writing the product goes on undisturbed.
     *
     * @param until null of what is normal
     * @return false when the public sees it no more, so that it does not press
     */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean press(Product product, Priority level, @Nullable Instant until) {
        em.flush();
        var query = level == Priority.NORMAL || until == null
                ? em.createNativeQuery(NORMAL + "id = ?1")
                : em.createNativeQuery(
                                "update product set urgency = ?2, urgent_until = ?3 where id = ?1 and state not in "
                                        + GONE)
                        .setParameter(2, level.ordinal())
                        .setParameter(3, Timestamp.from(until));
        var isDone = query.setParameter(1, product.requireId()).executeUpdate() > 0;
        em.refresh(product);
        return isDone;
    }

    /** It presses no more, if its time is over. @return whether it has pressed until now: of several that say so at once, one is told that */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean end(Product product, Instant now) {
        var isDone = em.createNativeQuery(NORMAL + "id = ?2 and " + OVER)
                        .setParameter(1, Timestamp.from(now))
                        .setParameter(2, product.requireId())
                        .executeUpdate()
                > 0;
        em.refresh(product);
        return isDone;
    }
}
