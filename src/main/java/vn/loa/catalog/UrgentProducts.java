package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
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

    private static final String GONE =
            "(vn.loa.editorial.PublicationState.WITHDRAWN, vn.loa.editorial.PublicationState.ARCHIVED)";
    private static final String SHOWN = "p.publication.state not in " + GONE;
    private static final String OVER =
            "p.urgency > 0 and (p.urgentUntil <= :now or p.publication.state in " + GONE + ")";

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

    /** Ids of what has pressed long enough, and of what the public sees no more. One statement. */
    @Transactional
    List<Long> over(Instant now) {
        return em.createQuery("select p.id from Product p where " + OVER, Long.class)
                .setParameter("now", now)
                .getResultList();
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
        var isNormal = level == Priority.NORMAL || until == null;
        var query = em.createQuery("update Product p set "
                        + (isNormal
                                ? "p.urgency = 0, p.urgentUntil = null where p.id = :id"
                                : "p.urgency = :level, p.urgentUntil = :until where p.id = :id and " + SHOWN))
                .setParameter("id", product.requireId());
        if (!isNormal) {
            query.setParameter("level", level.ordinal()).setParameter("until", until);
        }
        var isDone = query.executeUpdate() > 0;
        em.refresh(product);
        return isDone;
    }

    /** It presses no more, if its time is over. @return whether it has pressed until now: of several that say so at once, one is told that */
    @Transactional(Transactional.TxType.MANDATORY)
    boolean end(Product product, Instant now) {
        var isDone =
                em.createQuery("update Product p set p.urgency = 0, p.urgentUntil = null where p.id = :id and " + OVER)
                                .setParameter("id", product.requireId())
                                .setParameter("now", now)
                                .executeUpdate()
                        > 0;
        em.refresh(product);
        return isDone;
    }
}
