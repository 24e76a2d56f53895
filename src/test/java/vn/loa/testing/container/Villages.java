package vn.loa.testing.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.function.Function;

/** A bean as the portal has many: not public, with methods that are not public either. */
@ApplicationScoped
class Villages {
    @PersistenceContext
    private EntityManager em;

    @Transactional
    void add(Village village) {
        em.persist(village);
    }

    @Transactional
    <T> T read(long id, Function<Village, T> read) {
        return read.apply(em.find(Village.class, id));
    }

    boolean isLoaded(Village village, String attribute) {
        return em.getEntityManagerFactory().getPersistenceUnitUtil().isLoaded(village, attribute);
    }
}
