package vn.loa.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;

/**
 * What was done, by whom, in order. Entries join the transaction of the deed: no deed without its entry, no entry without its deed. The database numbers
 * and seals them when that is committed, each together with the one before: what is changed, missing or slipped in later shows.
 */
@Repository
public class AuditTrail {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * @param action a verb of the domain, for example {@code publish}
     * @param subjectKind for example {@code product}
     */
    public void record(
            Actor actor, String action, String subjectKind, long subjectId, String subjectSlug, @Nullable String note) {
        record(actor.name(), action, subjectKind, subjectId, subjectSlug, note);
    }

    /** The same for somebody who is not, or not yet, known by more than a name. */
    public void record(
            String by, String action, String subjectKind, long subjectId, String subjectSlug, @Nullable String note) {
        em.persist(new AuditEntry(clock.instant(), by, action, subjectKind, subjectId, subjectSlug, note));
    }

    /** How far the trail goes, and the seal of its last entry, which stands for all before. */
    @Transactional
    AuditSeal last() {
        var row = (Object[]) em.createNativeQuery("select number, encode(seal, 'hex') from audit_head")
                .getSingleResult();
        return new AuditSeal(((Number) row[0]).longValue(), (String) row[1]);
    }

    /** The number from which on the trail is not what was sealed, 0 for an entry without any seal; empty when everything holds. Reads all of it. */
    @Transactional
    OptionalLong firstFault() {
        var number = (Number) em.createNativeQuery("select audit_fault()").getSingleResult();
        return number == null ? OptionalLong.empty() : OptionalLong.of(number.longValue());
    }

    /** Everything done to one subject, oldest first. */
    public List<AuditEntry> of(String subjectKind, long subjectId) {
        return em.createQuery(
                        "select e from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id order by e.id",
                        AuditEntry.class)
                .setParameter("kind", subjectKind)
                .setParameter("id", subjectId)
                .getResultList();
    }

    /** What was done to one subject last, the latest first. One statement. */
    public List<AuditEntry> latest(String subjectKind, long subjectId, int first, int most) {
        return em.createQuery(
                        "select e from AuditEntry e where e.subjectKind = :kind and e.subjectId = :id order by e.id desc",
                        AuditEntry.class)
                .setParameter("kind", subjectKind)
                .setParameter("id", subjectId)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }
}
