package vn.loa.accounts;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;

/** What was done, by whom, in order. Entries join the transaction of the deed: no deed without its entry, no entry without its deed. */
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
    void record(
            String by, String action, String subjectKind, long subjectId, String subjectSlug, @Nullable String note) {
        em.persist(new AuditEntry(clock.instant(), by, action, subjectKind, subjectId, subjectSlug, note));
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
}
