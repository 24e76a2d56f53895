package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** What of the portal refers to agencies and languages. */
@Repository
public class References {
    /** Of those who keep agencies or languages: any number that no other lock has. */
    private static final long ONE_BY_ONE = 0x6167_656e_635f_3131L;

    @PersistenceContext
    private EntityManager em;

    /** Nobody else keeps agencies or languages until this transaction ends. */
    void oneByOne() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, ONE_BY_ONE)
                .getSingleResult();
    }

    /** How many products, plans, questions and channels name an agency, by its code. One statement. */
    Map<String, Long> ofAgencies() {
        return counts("select agency, count(*) from ("
                + "select r.agency from product p join product_revision r on r.id = p.current_revision"
                + " union all select r.agency from plan p join plan_revision r on r.id = p.current_revision"
                + " union all select agency from question union all select agency from channel) refer"
                + " where agency is not null group by agency");
    }

    /** Whether anything refers to an agency, revisions of long ago included. */
    boolean isReferredToAgency(String code) {
        return (Boolean) em.createNativeQuery("select exists (select 1 from product_revision where agency = ?1)"
                        + " or exists (select 1 from plan_revision where agency = ?1)"
                        + " or exists (select 1 from question where agency = ?1)"
                        + " or exists (select 1 from channel where agency = ?1)"
                        + " or exists (select 1 from agency where successor = ?1)")
                .setParameter(1, code)
                .getSingleResult();
    }

    /** Ids of products whose public or present revision names an agency. One statement. */
    List<Long> productsOf(String agency) {
        return ids(
                "select p.id from product p join product_revision r on r.id in (p.current_revision, p.published_revision)"
                        + " where r.agency = ?1 group by p.id",
                agency);
    }

    /** The same of plans. */
    List<Long> plansOf(String agency) {
        return ids(
                "select p.id from plan p join plan_revision r on r.id in (p.current_revision, p.published_revision)"
                        + " where r.agency = ?1 group by p.id",
                agency);
    }

    /** The same of questions that the public can read. */
    List<Long> questionsOf(String agency) {
        return ids("select id from question where agency = ?1 and online", agency);
    }

    /** How many tracks are in a language, by its code. One statement. */
    Map<String, Long> ofLanguages() {
        return counts("select language, count(*) from track group by language");
    }

    private List<Long> ids(String sql, String code) {
        List<?> ids = em.createNativeQuery(sql).setParameter(1, code).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).toList();
    }

    private Map<String, Long> counts(String sql) {
        List<?> rows = em.createNativeQuery(sql).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (String) row[0], row -> ((Number) row[1]).longValue()));
    }
}
