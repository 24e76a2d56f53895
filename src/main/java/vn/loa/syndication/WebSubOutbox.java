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

    /** The index and the page cache follow a change within two seconds; subscribers who come before would find what they have. */
    private static final String SOON = "now() + interval '5 seconds'";

    /**
     * Those that a work is, or was, in: of the languages of its voices, and of the topics that any of its revisions had, with those above them.
     */
    private static final String FEEDS = """
            with recursive about (code) as (
                select p.topic from product_topic p join product_revision r on r.id = p.revision where r.product = ?1
                union
                select t.parent from about join topic t on t.code = about.code where t.parent is not null
            ), spoken (code) as (
                select distinct t.language from track t join language l on l.code = t.language
                where t.product = ?1 and t.kind in ('audio', 'video') and l.content
            )
            select feed, %s from (
                select '/feeds/san-pham.atom' as feed
                union all select '/feeds/' || code || '.xml' from spoken
                union all select '/feeds/' || spoken.code || '/' || about.code || '.xml' from spoken, about
            ) feeds order by feed""".formatted(SOON);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private WebSubSettings settings;

    /** A feed that has changed. @param change grows with each change, so that one that comes while the hub is told is not lost */
    record Ping(String path, long change) {}

    void published(@Observes Published event) {
        add(event.kind(), event.id());
    }

    void withdrawn(@Observes Withdrawn event) {
        add(event.kind(), event.id());
    }

    private void add(SubjectKind kind, long id) {
        if (settings.address().isEmpty()) {
            return;
        }
        var insert =
                " on conflict (path) do update set change = known.change + 1, attempts = 0, due_at = excluded.due_at, failure = null";
        if (kind == SubjectKind.PLAN) {
            em.createNativeQuery("insert into websub_ping as known (path, due_at) values ('/feeds/ke-hoach.atom', "
                            + SOON + ")" + insert)
                    .executeUpdate();
        } else if (kind == SubjectKind.PRODUCT) {
            em.createNativeQuery("insert into websub_ping as known (path, due_at) " + FEEDS + insert)
                    .setParameter(1, id)
                    .executeUpdate();
        }
    }

    /**
     * Takes what is due, those that wait longest first. For a minute nobody else is given it: should who took it end before it says what became of it,
     * it is due again then. Waits for no row, so that whoever publishes never waits in a circle.
     */
    @Transactional(TxType.REQUIRES_NEW)
    List<Ping> take(int atMost) {
        List<?> rows = em.createNativeQuery(
                        "select path, change from websub_ping where due_at <= now() and attempts < ?1 order by due_at, path"
                                + " limit ?2 for update skip locked")
                .setParameter(1, ATTEMPTS)
                .setParameter(2, atMost)
                .getResultList();
        var taken = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Ping((String) row[0], ((Number) row[1]).longValue()))
                .toList();
        for (var ping : taken) {
            em.createNativeQuery("update websub_ping set due_at = now() + interval '1 minute' where path = ?1")
                    .setParameter(1, ping.path())
                    .executeUpdate();
        }
        return taken;
    }

    /** The hub knows of this, unless it has changed again meanwhile. */
    @Transactional(TxType.REQUIRES_NEW)
    void done(Ping ping) {
        em.createNativeQuery("delete from websub_ping where path = ?1 and change = ?2")
                .setParameter(1, ping.path())
                .setParameter(2, ping.change())
                .executeUpdate();
    }

    /** Tries again later, each time later: after 2, 6, 18 seconds and so on. */
    @Transactional(TxType.REQUIRES_NEW)
    void failed(Ping ping, String why) {
        em.createNativeQuery("update websub_ping set attempts = attempts + 1, failure = ?2,"
                        + " due_at = now() + interval '2 seconds' * power(3, attempts) where path = ?1 and change = ?3")
                .setParameter(1, ping.path())
                .setParameter(2, why)
                .setParameter(3, ping.change())
                .executeUpdate();
    }
}
