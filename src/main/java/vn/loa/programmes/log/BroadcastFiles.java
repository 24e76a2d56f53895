package vn.loa.programmes.log;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import vn.loa.common.Repository;

/** The tables of broadcasts that were brought in. */
@Repository
public class BroadcastFiles {
    @PersistenceContext
    private EntityManager em;

    Optional<BroadcastFile> find(long id) {
        return em.createQuery("select f from BroadcastFile f where f.id = :id", BroadcastFile.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** Stores it and gives it its id. */
    void add(BroadcastFile added) {
        em.persist(added);
        em.flush();
    }
}
