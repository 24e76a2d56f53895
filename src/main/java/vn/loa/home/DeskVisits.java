package vn.loa.home;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;

/** When somebody was at their desk, and what of its news they have read. */
@Repository
class DeskVisits {
    /** Who comes back sooner goes on with the same visit, in whichever browser. */
    private static final Duration BREAK = Duration.ofHours(8);

    @PersistenceContext
    private EntityManager em;

    /**
     * A visit.
     *
     * @param before when the one before it was over
     * @param read up to when they say that they have read the news; null when they have not said so
     */
    record Visited(Instant before, @Nullable Instant read) {}

    /** Notes that they are here. Two statements. @param otherwise when they were last here, of who was never noted */
    Visited note(String username, Instant otherwise, Instant now) {
        em.createNativeQuery("insert into desk_visit (account, before_at, shown_at) select a.id, ?2, ?3 from account a"
                        + " where a.username = ?1 on conflict (account) do update set before_at ="
                        + " case when desk_visit.shown_at < ?4 then desk_visit.shown_at else desk_visit.before_at end,"
                        + " shown_at = excluded.shown_at, version = desk_visit.version + 1")
                .setParameter(1, username)
                .setParameter(2, Timestamp.from(otherwise))
                .setParameter(3, Timestamp.from(now))
                .setParameter(4, Timestamp.from(now.minus(BREAK)))
                .executeUpdate();
        List<?> rows = em.createNativeQuery("select " + millis("v.before_at") + ", " + millis("v.read_at")
                        + " from desk_visit v join account a on a.id = v.account where a.username = ?1")
                .setParameter(1, username)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(cells -> new Visited(moment(cells[0]), cells[1] == null ? null : moment(cells[1])))
                .orElseGet(() -> new Visited(otherwise, null));
    }

    private static String millis(String column) {
        return "cast(floor(extract(epoch from " + column + ") * 1000) as bigint)";
    }

    private static Instant moment(Object cell) {
        return Instant.ofEpochMilli(((Number) cell).longValue());
    }

    /** They have read what there was at that moment; or, without one, nothing. */
    void read(String username, @Nullable Instant until) {
        em.createNativeQuery("update desk_visit set read_at = cast(?2 as timestamptz), version = version + 1"
                        + " where account = (select a.id from account a where a.username = ?1)")
                .setParameter(1, username)
                .setParameter(2, until == null ? null : until.toString())
                .executeUpdate();
    }
}
