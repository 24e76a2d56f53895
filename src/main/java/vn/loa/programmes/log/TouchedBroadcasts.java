package vn.loa.programmes.log;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.loa.common.Repository;
import vn.loa.common.TimeSource;
import vn.loa.programmes.log.LogPress.Touched;

/** Entries of logs that somebody has lately told, or struck out, and that are still as they left them. */
@Repository
class TouchedBroadcasts {
    /** Read with each page: so much and no more. */
    private static final int MOST_ENTRIES = 2_000;

    @PersistenceContext
    private EntityManager em;

    /** What somebody has told by hand of the programme, and is as they told it. One statement. @param place id of the commune @param name of their account */
    List<Touched> told(long place, String name, Instant since) {
        return em.createQuery(
                        "select b.id, b.writtenAt, b.outcome, b.plannedAt from Broadcast b where b.locality.id = :place"
                                + " and b.writtenBy = :name and b.writtenAt >= :since and b.plannedAt is not null"
                                + " and b.origin = vn.loa.programmes.log.LogOrigin.HAND and b.changes = 0 and b.struck = false"
                                + " order by b.writtenAt desc",
                        Object[].class)
                .setParameter("place", place)
                .setParameter("name", name)
                .setParameter("since", since)
                .setMaxResults(MOST_ENTRIES)
                .getResultStream()
                .map(row -> touched(row, false))
                .toList();
    }

    /** What they have struck out, or told anew of what was struck out, and nobody has changed since. One statement. */
    List<Touched> changed(long place, String name, Instant since) {
        return em.createQuery(
                        "select b.id, c.madeAt, b.outcome, b.airedAt, b.struck from BroadcastChange c join c.broadcast b"
                                + " where b.locality.id = :place and c.number = b.changes and c.madeBy = :name and c.madeAt >= :since"
                                + " and (b.struck = true and c.struck = false and c.reason not in ('undo', 'aired')"
                                + " or b.struck = false and c.reason = 'again' and b.plannedAt is not null"
                                + " and b.origin = vn.loa.programmes.log.LogOrigin.HAND) order by c.madeAt desc",
                        Object[].class)
                .setParameter("place", place)
                .setParameter("name", name)
                .setParameter("since", since)
                .setMaxResults(MOST_ENTRIES)
                .getResultStream()
                .map(row -> touched(row, Boolean.TRUE.equals(row[4])))
                .toList();
    }

    private static Touched touched(Object[] row, boolean struck) {
        return new Touched((Long) row[0], (Instant) row[1], (AiredOutcome) row[2], struck, day((Instant) row[3]));
    }

    private static LocalDate day(Instant moment) {
        return LocalDateTime.ofInstant(moment, TimeSource.ZONE).toLocalDate();
    }
}
