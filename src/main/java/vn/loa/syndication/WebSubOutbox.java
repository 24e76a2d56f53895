package vn.loa.syndication;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import vn.loa.common.Repository;
import vn.loa.editorial.Published;
import vn.loa.editorial.SubjectKind;
import vn.loa.editorial.Withdrawn;

/**
 * The feeds whose hub has yet to be told that they have changed. Rows are written in the transaction of the change, so no change is forgotten and
 * none announced that was rolled back; several changes of one feed are one row. Nothing is written while no hub is set.
 */
@Repository
public class WebSubOutbox {
    /** After so many failures, over about six hours, a row is put aside until the next change of its feed. */
    static final int ATTEMPTS = 8;

    /** Any number that no other lock of the application uses. */
    private static final long SENDER_LOCK = 0x10A_3EB5BL;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private WebSubSettings settings;

    /** A feed that has changed. @param change grows with each change, so that one that comes while the hub is told is not lost */
    record Ping(String path, long change) {}

    void published(@Observes Published event) {
        add(event.kind());
    }

    void withdrawn(@Observes Withdrawn event) {
        add(event.kind());
    }

    private void add(SubjectKind kind) {
        if (settings.address().isEmpty()) {
            return;
        }
        var insert =
                " on conflict (path) do update set change = known.change + 1, attempts = 0, due_at = now(), failure = null";
        if (kind == SubjectKind.PLAN) {
            em.createNativeQuery("insert into websub_ping as known (path) values ('/feeds/ke-hoach.atom')" + insert)
                    .executeUpdate();
        } else if (kind == SubjectKind.PRODUCT) {
            em.createNativeQuery("insert into websub_ping as known (path)"
                            + " select '/feeds/san-pham.atom' union all select '/feeds/' || code || '.xml' from language where content"
                            + " union all select '/feeds/' || l.code || '/' || t.code || '.xml' from language l, topic t where l.content"
                            + " order by 1"
                            + insert)
                    .executeUpdate();
        }
    }

    /** Makes the running transaction the only sender among all nodes; false when there is one already. */
    @Transactional(TxType.MANDATORY)
    boolean claim() {
        return (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(?1)")
                .setParameter(1, SENDER_LOCK)
                .getSingleResult();
    }

    /** What is due, those that wait longest first. */
    @Transactional(TxType.MANDATORY)
    List<Ping> due(int atMost) {
        List<?> rows = em.createNativeQuery(
                        "select path, change from websub_ping where due_at <= now() and attempts < ?1 order by due_at, path")
                .setParameter(1, ATTEMPTS)
                .setMaxResults(atMost)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Ping((String) row[0], ((Number) row[1]).longValue()))
                .toList();
    }

    /** The hub knows of these, unless they have changed again meanwhile. */
    @Transactional(TxType.MANDATORY)
    void done(List<Ping> pings) {
        for (var ping : pings) {
            em.createNativeQuery("delete from websub_ping where path = ?1 and change = ?2")
                    .setParameter(1, ping.path())
                    .setParameter(2, ping.change())
                    .executeUpdate();
        }
    }

    /** Tries again later, each time later: after 2, 6, 18 seconds and so on. */
    @Transactional(TxType.MANDATORY)
    void failed(List<Ping> pings, String why) {
        for (var ping : pings) {
            em.createNativeQuery(
                            "update websub_ping set attempts = attempts + 1, failure = ?2,"
                                    + " due_at = now() + interval '2 seconds' * power(3, attempts) where path = ?1 and change = ?3")
                    .setParameter(1, ping.path())
                    .setParameter(2, why)
                    .setParameter(3, ping.change())
                    .executeUpdate();
        }
    }
}
