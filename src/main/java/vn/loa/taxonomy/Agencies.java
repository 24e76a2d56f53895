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

    /** All of the list, in the order in which they are shown. */
    public List<Agency> all() {
        return em.createQuery("select x from Agency x where x.proposedAt is null order by x.code", Agency.class)
                .getResultList();
    }

    /** The same, and those that are proposed for it. */
    public List<Agency> allAndProposed() {
        return em.createQuery("select x from Agency x order by x.code", Agency.class)
                .getResultList();
    }

    /** Those that are proposed for the list, who has waited longest first. One statement. */
    public List<Agency> proposed() {
        return em.createQuery(
                        "select x from Agency x where x.proposedAt is not null order by x.proposedAt, x.code",
                        Agency.class)
                .getResultList();
    }

    /** How many are proposed. */
    public long countProposed() {
        return em.createQuery("select count(x) from Agency x where x.proposedAt is not null", Long.class)
                .getSingleResult();
    }

    /** Nobody else names an agency that the list lacks until this transaction ends. */
    public void proposeOneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('agency')) as text)")
                .getSingleResult();
    }

    /** All of the list with their places and successors. One statement. */
    public List<Agency> allWithPlaces() {
        return em.createQuery(
                        "select x from Agency x left join fetch x.locality left join fetch x.successor"
                                + " where x.proposedAt is null order by x.code",
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
