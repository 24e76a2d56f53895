package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The words that editors have said mean the same. */
@Repository
public class SynonymGroups {
    private static final long ONE_BY_ONE = 0x7379_6e6f_6e79_6d73L;

    @PersistenceContext
    private EntityManager em;

    /** Nobody else changes them until this transaction ends: whoever comes second sees what the first has done. */
    void oneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ONE_BY_ONE)
                .getSingleResult();
    }

    /** By their first words. */
    List<SynonymGroup> all() {
        return em.createQuery("select g from SynonymGroup g order by g.terms", SynonymGroup.class)
                .getResultList();
    }

    Optional<SynonymGroup> find(long id) {
        return Optional.ofNullable(em.find(SynonymGroup.class, id));
    }

    void add(SynonymGroup group) {
        em.persist(group);
        em.flush();
    }

    void remove(SynonymGroup group) {
        em.remove(group);
    }

    void flush() {
        em.flush();
    }
}
