package vn.loa.taxonomy;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** Whom works are for. */
@Repository
public class Audiences {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private FormerCodes formerCodes;

    /** All of them, in the order in which they are shown. */
    public List<Audience> all() {
        return em.createQuery("select x from Audience x order by x.position, x.code", Audience.class)
                .getResultList();
    }

    /** The one with this code, or that has taken the place of one with it. */
    public Optional<Audience> find(String code) {
        return Optional.ofNullable(em.find(Audience.class, code))
                .or(() -> formerCodes.now(FormerCodes.AUDIENCE, code).map(now -> em.find(Audience.class, now)));
    }

    public void add(Audience added) {
        em.persist(added);
    }
}
