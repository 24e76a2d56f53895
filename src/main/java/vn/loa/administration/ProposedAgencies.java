package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** What names agencies that are proposed for the list. */
@Repository
class ProposedAgencies {
    /** Of all that names agencies, in every version of it. */
    private static final List<String> NAMING = List.of("plan_revision", "product_revision", "question", "channel");

    @PersistenceContext
    private EntityManager em;

    /** A plan. */
    record Named(long id, String slug) {}

    /** The plans whose newest revision names these, by code. One statement, and none for none. */
    Map<String, List<DecideAgencies.Plan>> plans(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : em.createQuery(
                                "select r.agency.code, p.slug, r.subject from Plan p join p.current r where r.agency.code in :codes"
                                        + " order by p.id",
                                Object[].class)
                        .setParameter("codes", codes)
                        .getResultStream()
                        .collect(Collectors.groupingBy(
                                row -> (String) row[0],
                                Collectors.mapping(
                                        row -> new DecideAgencies.Plan((String) row[1], (String) row[2]),
                                        Collectors.toList())));
    }

    /** The names by which people know those who have proposed some, by those of their accounts. One statement. */
    Map<String, String> people() {
        return em.createQuery(
                        "select a.username, a.displayName from Account a where a.username in"
                                + " (select x.proposedBy from Agency x where x.proposedAt is not null)",
                        Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Whether something needs it that is no plan on its way to the public: what the public sees or saw, and everything that is no plan. */
    boolean isNeeded(String code) {
        return (Boolean) em.createNativeQuery(
                        "select exists (select 1 from plan p join plan_revision r on r.id = p.published_revision where r.agency = ?1)"
                                + " or exists (select 1 from product_revision where agency = ?1)"
                                + " or exists (select 1 from question where agency = ?1)"
                                + " or exists (select 1 from channel where agency = ?1)"
                                + " or exists (select 1 from agency where successor = ?1)")
                .setParameter(1, code)
                .getSingleResult();
    }

    /** Everything names another in its place. Who is writing a plan that names it learns that it has changed. */
    void replace(String code, String into) {
        tell(code);
        for (var naming : NAMING) {
            em.createNativeQuery("update " + naming + " set agency = ?2 where agency = ?1")
                    .setParameter(1, code)
                    .setParameter(2, into)
                    .executeUpdate();
        }
        em.createNativeQuery("update agency set successor = ?2 where successor = ?1")
                .setParameter(1, code)
                .setParameter(2, into)
                .executeUpdate();
    }

    /** Plans name none in its place. @return the plans whose newest revision did */
    List<Named> clear(String code) {
        List<?> rows = em.createNativeQuery(
                        "select p.id, p.slug from plan p join plan_revision r on r.id = p.current_revision where r.agency = ?1"
                                + " order by p.id")
                .setParameter(1, code)
                .getResultList();
        tell(code);
        em.createNativeQuery("update plan_revision set agency = null where agency = ?1")
                .setParameter(1, code)
                .executeUpdate();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Named(((Number) row[0]).longValue(), (String) row[1]))
                .toList();
    }

    private void tell(String code) {
        em.createNativeQuery(
                        "update plan set version = version + 1 where id in"
                                + " (select p.id from plan p join plan_revision r on r.id = p.current_revision where r.agency = ?1)")
                .setParameter(1, code)
                .executeUpdate();
    }
}
