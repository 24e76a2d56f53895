package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The words that editors have said mean the same. */
@Repository
public class SynonymGroups {
    @PersistenceContext
    private EntityManager em;

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
