package vn.loa.archive;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The archives that people have brought in, or are about to. */
@Repository
public class ArchiveRuns {
    @PersistenceContext
    private EntityManager em;

    Optional<ArchiveRun> find(long id) {
        return Optional.ofNullable(em.find(ArchiveRun.class, id));
    }

    /** The same, and nobody else changes it before this transaction ends. */
    Optional<ArchiveRun> lock(long id) {
        return Optional.ofNullable(em.find(ArchiveRun.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The one of this upload that has not ended. */
    Optional<ArchiveRun> open(String upload) {
        return em.createQuery(
                        "select r from ArchiveRun r where r.upload = :upload and r.state in (vn.loa.archive.RunState.CHECKING,"
                                + " vn.loa.archive.RunState.CHECKED, vn.loa.archive.RunState.RUNNING)",
                        ArchiveRun.class)
                .setParameter("upload", upload)
                .getResultStream()
                .findFirst();
    }

    /** Those of an account, the newest first. */
    List<ArchiveRun> of(String owner, int most) {
        return em.createQuery("select r from ArchiveRun r where r.owner = :owner order by r.id desc", ArchiveRun.class)
                .setParameter("owner", owner)
                .setMaxResults(most)
                .getResultList();
    }

    void add(ArchiveRun run) {
        em.persist(run);
        em.flush();
    }

    void remove(ArchiveRun run) {
        em.remove(run);
    }

    /** Forgets those that ended before a moment, and those that nobody has let be carried out since. */
    void forget(Instant before) {
        em.createQuery("delete from ArchiveRun r where r.createdAt < :before and r.state not in"
                        + " (vn.loa.archive.RunState.CHECKING, vn.loa.archive.RunState.RUNNING)")
                .setParameter("before", before)
                .executeUpdate();
    }
}
