package vn.loa.search;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import vn.loa.common.Repository;

/** What came of the last comparisons of index and database, on whichever node. */
@Repository
public class IndexComparisons {
    /** Of some weeks, with the starts of several nodes. */
    private static final int MOST_KEPT = 100;

    @PersistenceContext
    private EntityManager em;

    /**
     * One comparison.
     *
     * @param held how many works, plans and questions the index held
     * @param wanted how many are public
     * @param different how many were missing, outdated or no longer public, and have been queued
     */
    public record Compared(Instant at, int held, int wanted, int different) {}

    /** Keeps what came of one in the running transaction, and lets those of long ago go. */
    @Transactional(TxType.MANDATORY)
    public void keep(int held, int wanted, int different) {
        em.createNativeQuery("insert into index_comparison (held, wanted, different) values (?1, ?2, ?3)")
                .setParameter(1, held)
                .setParameter(2, wanted)
                .setParameter(3, different)
                .executeUpdate();
        em.createNativeQuery("delete from index_comparison where id <= (select max(id) from index_comparison) - ?1")
                .setParameter(1, MOST_KEPT)
                .executeUpdate();
    }

    /** The newest first. One statement. */
    @Transactional
    public List<Compared> latest(int most) {
        List<?> rows = em.createNativeQuery(
                        "select cast(extract(epoch from compared_at) * 1000 as bigint), held, wanted,"
                                + " different from index_comparison order by id desc")
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Compared(
                        Instant.ofEpochMilli(((Number) row[0]).longValue()),
                        ((Number) row[1]).intValue(),
                        ((Number) row[2]).intValue(),
                        ((Number) row[3]).intValue()))
                .toList();
    }
}
