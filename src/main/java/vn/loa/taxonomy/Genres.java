package vn.loa.taxonomy;

import jakarta.inject.Inject;
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

    @Inject
    private FormerCodes formerCodes;

    /** All of them, in the order in which they are shown. */
    public List<Genre> all() {
        return em.createQuery("select x from Genre x order by x.position, x.code", Genre.class)
                .getResultList();
    }

    /** The one with this code, or that has taken the place of one with it. */
    public Optional<Genre> find(String code) {
        return Optional.ofNullable(em.find(Genre.class, code))
                .or(() -> formerCodes.now(FormerCodes.GENRE, code).map(now -> em.find(Genre.class, now)));
    }

    public void add(Genre added) {
        em.persist(added);
    }
}
