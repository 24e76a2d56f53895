package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The bodies that issue plans and works. */
@Repository
public class Agencies {
    @PersistenceContext
    private EntityManager em;

    /** All of them, in the order in which they are shown. */
    public List<Agency> all() {
        return em.createQuery("select x from Agency x order by x.code", Agency.class)
                .getResultList();
    }

    /** The same with their places and successors. One statement. */
    public List<Agency> allWithPlaces() {
        return em.createQuery(
                        "select x from Agency x left join fetch x.locality left join fetch x.successor order by x.code",
                        Agency.class)
                .getResultList();
    }

    /** Those of these codes. One statement, and none for none. */
    public List<Agency> named(Collection<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : em.createQuery("select x from Agency x where x.code in :codes order by x.code", Agency.class)
                        .setParameter("codes", codes)
                        .getResultList();
    }

    public void remove(Agency removed) {
        em.remove(removed);
    }

    public Optional<Agency> find(String code) {
        return Optional.ofNullable(em.find(Agency.class, code));
    }

    public void add(Agency added) {
        em.persist(added);
    }
}
