package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The kinds of works. */
@Repository
public class Genres {
    @PersistenceContext
    private EntityManager em;

    /** All of them, in the order in which they are shown. */
    public List<Genre> all() {
        return em.createQuery("select x from Genre x order by x.position, x.code", Genre.class)
                .getResultList();
    }

    public Optional<Genre> find(String code) {
        return Optional.ofNullable(em.find(Genre.class, code));
    }

    public void add(Genre added) {
        em.persist(added);
    }
}
