package vn.loa.search;

import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import vn.loa.common.Coded;
import vn.loa.common.Repository;
import vn.loa.editorial.Published;
import vn.loa.editorial.Revised;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.Withdrawn;

/**
 * The queue of what the index must look at again. Rows are written in the transaction of the change, so nothing is lost and
 * nothing is announced that was rolled back.
 */
@Repository
public class SearchOutbox {
    /** After so many failures a row is put aside. */
    static final int ATTEMPTS = 6;

    /** Any number that no other lock of the application uses. */
    private static final long CONSUMER_LOCK = 0x10A_5EA2C4L;

    @PersistenceContext
    private EntityManager em;

    void published(@Observes Published event) {
        add(new Subject(event.kind(), event.id()));
    }

    void revised(@Observes Revised event) {
        add(new Subject(event.kind(), event.id()));
    }

    void withdrawn(@Observes Withdrawn event) {
        add(new Subject(event.kind(), event.id()));
    }

    /** Queues a subject in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public void add(Subject subject) {
        em.createNativeQuery("insert into search_outbox (kind, subject) values (?1, ?2)")
                .setParameter(1, subject.kind().code())
                .setParameter(2, subject.id())
                .executeUpdate();
    }

    /** Queues many of one kind in the running transaction. One statement, or none. */
    @Transactional(TxType.MANDATORY)
    public void addAll(SubjectKind kind, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            em.createNativeQuery("insert into search_outbox (kind, subject)"
                            + " select ?1, cast(each as bigint) from string_to_table(?2, ',') as each")
                    .setParameter(1, kind.code())
                    .setParameter(2, ids.stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .executeUpdate();
        }
    }

    /** Makes the running transaction the only consumer among all nodes; false when there is one already. */
    @Transactional(TxType.MANDATORY)
    public boolean claim() {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, CONSUMER_LOCK)
                .getSingleResult();
    }

    /** Does something while no node takes anything from the queue; waits for whoever is at it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void whileHeld(Runnable act) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, CONSUMER_LOCK)
                .getSingleResult();
        act.run();
    }

    /** What is due, oldest first. */
    @Transactional(TxType.MANDATORY)
    public List<Row> due(int atMost) {
        List<?> rows = em.createNativeQuery(
                        "select id, kind, subject from search_outbox where due_at <= now() order by id")
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    /**
     * Forgets rows whose subject the index now shows as it is, and older ones of the same subjects that were put aside. Others stay:
     * ids are given before the commit, so a lower one may have come later.
     */
    @Transactional(TxType.MANDATORY)
    public void done(List<Row> rows) {
        for (var row : rows) {
            em.createNativeQuery(
                            "delete from search_outbox where id = ?3 or (kind = ?1 and subject = ?2 and id < ?3 and"
                                    + " due_at is null)")
                    .setParameter(1, row.subject().kind().code())
                    .setParameter(2, row.subject().id())
                    .setParameter(3, row.id())
                    .executeUpdate();
        }
    }

    /** Tries rows again later, each time later, and at last puts them aside. */
    @Transactional(TxType.MANDATORY)
    public void failed(List<Row> rows, String why) {
        for (var row : rows) {
            em.createNativeQuery("update search_outbox set attempts = attempts + 1, failure = ?2, due_at = case when"
                            + " attempts + 1 < ?3 then now() + interval '1 second' * power(4, attempts) end where"
                            + " id = ?1")
                    .setParameter(1, row.id())
                    .setParameter(2, why)
                    .setParameter(3, ATTEMPTS)
                    .executeUpdate();
        }
    }

    /** How many changes wait to be found, those put aside not counted. */
    @Transactional
    public long waiting() {
        return ((Number) em.createNativeQuery("select count(*) from search_outbox where due_at is not null")
                        .getSingleResult())
                .longValue();
    }

    /** Of how many subjects the index may say something else than the database: of those that wait, and those put aside. */
    @Transactional
    public long unsettled() {
        return ((Number) em.createNativeQuery("select count(distinct (kind, subject)) from search_outbox")
                        .getSingleResult())
                .longValue();
    }

    /** What failed too often, the newest first; so many and no more. */
    @Transactional
    public List<LookAfterIndex.Aside> aside(int most) {
        List<?> rows = em.createNativeQuery("select kind || ' ' || subject, attempts, coalesce(failure, '')"
                        + " from search_outbox where due_at is null order by id desc")
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new LookAfterIndex.Aside((String) row[0], ((Number) row[1]).intValue(), (String) row[2]))
                .toList();
    }

    /** Makes all of that due again, as if it were new. @return how many rows that are */
    @Transactional(TxType.MANDATORY)
    public int tryAgain() {
        return em.createNativeQuery("update search_outbox set attempts = 0, due_at = now() where due_at is null")
                .executeUpdate();
    }

    private static Row read(Object[] row) {
        var kind = Coded.of(SubjectKind.class, (String) row[1]);
        return new Row(((Number) row[0]).longValue(), new Subject(kind, ((Number) row[2]).longValue()));
    }

    /** A change that waits. */
    record Row(long id, Subject subject) {}
}
