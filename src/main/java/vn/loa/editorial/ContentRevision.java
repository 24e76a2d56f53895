package vn.loa.editorial;

import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import vn.loa.common.Repository;

/** Counts the changes of public content, in the database, so that every node's caches learn of each other's publications. */
@Repository
public class ContentRevision {
    @PersistenceContext
    private EntityManager em;

    /** The number of the newest committed change. Grows, never repeats. One statement. */
    @Transactional
    public long current() {
        return ((Number) em.createNativeQuery("select number from content_revision")
                        .getSingleResult())
                .longValue();
    }

    /** When the newest committed change was made, in whole seconds. One statement. */
    @Transactional
    public Instant changedAt() {
        return Instant.ofEpochSecond(((Number) em.createNativeQuery(
                                "select extract(epoch from date_trunc('second', changed_at)) from content_revision")
                        .getSingleResult())
                .longValue());
    }

    /** Counts a change of public content in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void advance() {
        em.createNativeQuery("update content_revision set number = number + 1").executeUpdate();
    }

    void published(@Observes Published event) {
        advance();
    }

    void withdrawn(@Observes Withdrawn event) {
        advance();
    }
}
