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

    private static final String THESE = " = any (cast(string_to_array(?1, ',') as bigint[]))";

    /** What was put aside of the subjects of some rows before these. */
    private static final String OLDER_ASIDE =
            "delete from search_outbox older using search_outbox newer where newer.id" + THESE
                    + " and older.kind = newer.kind and older.subject = newer.subject and older.id < newer.id"
                    + " and older.due_at is null";

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
                        "select id, kind, subject, attempts from search_outbox where due_at <= now() order by id")
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream().map(row -> read((Object[]) row)).toList();
    }

    /**
     * Counts one more attempt, before it is made and whatever becomes of the running transaction: what never comes back from the search server has been tried,
     * too. Each is due again later, each time later.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void tried(Collection<Row> rows) {
        update(
                "update search_outbox set attempts = attempts + 1, due_at = now() + interval '1 second' * power(4, attempts)"
                        + " where id" + THESE,
                rows);
    }

    /**
     * Forgets rows whose subject the index now shows as it is, and older ones of the same subjects that were put aside. Others stay:
     * ids are given before the commit, so a lower one may have come later.
     */
    @Transactional(TxType.MANDATORY)
    public void done(Collection<Row> rows) {
        update(OLDER_ASIDE, rows);
        update("delete from search_outbox where id" + THESE, rows);
    }

    /** Says of rows that were tried why that failed; after the last attempt they are put aside, in the place of older ones of the same subject. */
    @Transactional(TxType.MANDATORY)
    public void failed(Collection<Row> rows, String why) {
        em.createNativeQuery(
                        "update search_outbox set failure = ?2, due_at = case when attempts < ?3 then due_at end where id"
                                + THESE)
                .setParameter(1, ids(rows))
                .setParameter(2, why)
                .setParameter(3, ATTEMPTS)
                .executeUpdate();
        update(OLDER_ASIDE + " and newer.due_at is null", rows);
    }

    private void update(String statement, Collection<Row> rows) {
        em.createNativeQuery(statement).setParameter(1, ids(rows)).executeUpdate();
    }

    private static String ids(Collection<Row> rows) {
        return rows.stream().map(row -> String.valueOf(row.id)).collect(Collectors.joining(","));
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
        return new Row(
                ((Number) row[0]).longValue(),
                new Subject(kind, ((Number) row[2]).longValue()),
                ((Number) row[3]).intValue());
    }

    /** A change that waits. @param attempts made before */
    record Row(long id, Subject subject, int attempts) {
        boolean isWornOut() {
            return attempts >= ATTEMPTS;
        }
    }
}
