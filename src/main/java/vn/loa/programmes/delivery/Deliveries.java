package vn.loa.programmes.delivery;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.Jsons;
import vn.loa.common.NamedLocks;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.programmes.PublishedDays.PlayedWeek;
import vn.loa.programmes.Week;

/** What is sent, and the log of all that was tried. */
@Repository
public class Deliveries {
    private static final String WAITING = "d.state = vn.loa.programmes.delivery.DeliveryState.WAITING";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    Optional<Delivery> find(long id) {
        return Optional.ofNullable(em.find(Delivery.class, id));
    }

    /** The same, and nobody else changes it before the running transaction ends. */
    Optional<Delivery> lock(long id) {
        return Optional.ofNullable(em.find(Delivery.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Nobody else puts one of any of these stations before the running transaction ends. One statement, by which they are waited for in the order of their ids. */
    void await(Collection<Long> stations) {
        locks.await("deliveries", stations);
    }

    static String json(Collection<Long> ids) {
        var array = Jsons.array();
        ids.forEach(array::add);
        return array.build().toString();
    }

    /** What waits for these targets of what these stations play in weeks that begin on these days, and nobody else changes it before the running transaction ends. One statement. */
    List<Delivery> lockWaiting(Collection<Long> stations, Collection<Long> targets, Collection<LocalDate> mondays) {
        return em.createQuery(
                        "select d from Delivery d where d.station in :stations and d.target.id in :targets and d.monday in :mondays and "
                                + WAITING + " order by d.id",
                        Delivery.class)
                .setParameter("stations", stations)
                .setParameter("targets", targets)
                .setParameter("mondays", mondays)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    /** What waits for a target, and nobody else changes it before the running transaction ends. One statement. */
    List<Delivery> lockWaiting(DeliveryTarget target) {
        return em.createQuery(
                        "select d from Delivery d where d.target = :target and " + WAITING + " order by d.id",
                        Delivery.class)
                .setParameter("target", target)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                // Somebody may have ended it while it was waited for.
                .filter(Delivery::isWaiting)
                .toList();
    }

    /** What waited for a target when somebody removed it. One statement. */
    List<Delivery> cancelled(DeliveryTarget target, Instant since) {
        return em.createQuery(
                        "select d from Delivery d where d.target = :target and d.endedAt >= :since"
                                + " and d.state = vn.loa.programmes.delivery.DeliveryState.CANCELLED order by d.id",
                        Delivery.class)
                .setParameter("target", target)
                .setParameter("since", since)
                .getResultList();
    }

    /** Which targets have something of which of these stations and of this week or later. One statement. */
    Set<Had> had(Collection<Long> stations, Week from) {
        return em.createQuery(
                        "select distinct d.target.id, d.station, d.monday from Delivery d where d.station in :stations and d.monday >= :from"
                                + " and d.state = vn.loa.programmes.delivery.DeliveryState.DELIVERED",
                        Object[].class)
                .setParameter("stations", stations)
                .setParameter("from", from.monday())
                .getResultStream()
                .map(row -> new Had((Long) row[0], new PlayedWeek((Long) row[1], Week.of((LocalDate) row[2]))))
                .collect(Collectors.toSet());
    }

    /** @param target id */
    record Had(long target, PlayedWeek week) {}

    /** What a target was sent last of a week of a station, and has taken. One statement. */
    Optional<Delivery> delivered(DeliveryTarget target, long station, Week week) {
        return em.createQuery(
                        "select d from Delivery d where d.target = :target and d.station = :station and d.monday = :monday"
                                + " and d.state = vn.loa.programmes.delivery.DeliveryState.DELIVERED order by d.id desc",
                        Delivery.class)
                .setParameter("target", target)
                .setParameter("station", station)
                .setParameter("monday", week.monday())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Id of what is sent to a target next: first what cannot wait, then what has failed least, then what waits longest. One statement. */
    Optional<Long> due(long target, boolean urgentOnly, Instant now) {
        return em.createQuery(
                        "select d.id from Delivery d where d.target.id = :target and " + WAITING
                                + " and d.dueAt <= :now" + (urgentOnly ? " and d.urgent = true" : "")
                                + " order by d.urgent desc, d.failures, d.id",
                        Long.class)
                .setParameter("target", target)
                .setParameter("now", now)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** When something that waits for a target is due first. One statement. */
    Optional<Instant> nextDue(long target, boolean urgentOnly) {
        return em.createQuery(
                        "select d.dueAt from Delivery d where d.target.id = :target and " + WAITING
                                + (urgentOnly ? " and d.urgent = true" : "") + " order by d.dueAt",
                        Instant.class)
                .setParameter("target", target)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    void add(Delivery delivery) {
        em.persist(delivery);
    }

    void add(DeliveryAttempt attempt) {
        em.persist(attempt);
    }

    void flush() {
        em.flush();
    }

    /** How much waits for each target, by its id. One statement. */
    Map<Long, Long> waitingByTarget() {
        var counts = new HashMap<Long, Long>();
        em.createQuery(
                        "select d.target.id, count(d) from Delivery d where " + WAITING + " group by d.target.id",
                        Object[].class)
                .getResultStream()
                .forEach(row -> counts.put((Long) row[0], (Long) row[1]));
        return counts;
    }

    /** What waits for any of these targets of a station, or of all stations, with its target; what is due first comes first. One statement. */
    List<Delivery> waiting(Collection<Long> targets, @Nullable Long station, int most) {
        if (targets.isEmpty()) {
            return List.of();
        }
        var query = em.createQuery(
                "select d from Delivery d where d.target.id in :targets and " + WAITING
                        + (station == null ? "" : " and d.station = :station") + " order by d.dueAt, d.id",
                Delivery.class);
        if (station != null) {
            query.setParameter("station", station);
        }
        return query.setParameter("targets", targets)
                .setHint(Fetch.JOIN, "d.target")
                .setMaxResults(most)
                .getResultList();
    }

    /** What the log is narrowed to. @param station id; null for all @param target id; null for all @param outcome null for all */
    record Filter(
            @Nullable Long station,
            @Nullable Long target,
            @Nullable AttemptOutcome outcome) {}

    /** Attempts with what they were attempts of, the latest first. Two statements. @param page from 1 */
    Page<DeliveryAttempt> attempts(Filter filter, int page, int size) {
        var total = narrowed("select count(a) from DeliveryAttempt a", filter, "", Long.class);
        var items = narrowed("select a from DeliveryAttempt a", filter, " order by a.id desc", DeliveryAttempt.class)
                .setHint(Fetch.JOIN, "a.target")
                .setHint(Fetch.JOIN, "a.delivery")
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size);
        return new Page<>(items.getResultList(), total.getSingleResult(), page, size);
    }

    private <T> TypedQuery<T> narrowed(String select, Filter filter, String order, Class<T> answer) {
        var query = em.createQuery(
                select + " where a.id > 0"
                        + (filter.station() == null ? "" : " and a.station = :station")
                        + (filter.target() == null ? "" : " and a.target.id = :target")
                        + (filter.outcome() == null ? "" : " and a.outcome = :outcome")
                        + order,
                answer);
        if (filter.station() != null) {
            query.setParameter("station", filter.station());
        }
        if (filter.target() != null) {
            query.setParameter("target", filter.target());
        }
        if (filter.outcome() != null) {
            query.setParameter("outcome", filter.outcome());
        }
        return query;
    }

    /** Ids of what was not taken, or not yet, and is the last that was sent of its week to its target, among these. One statement. */
    List<Long> open(Collection<Long> deliveries) {
        return deliveries.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select d.id from Delivery d where d.id in :ids and (" + WAITING
                                        + " or d.state = vn.loa.programmes.delivery.DeliveryState.REFUSED) and not exists (select e.id from Delivery e"
                                        + " where e.target = d.target and e.station = d.station and e.monday = d.monday and e.id > d.id)",
                                Long.class)
                        .setParameter("ids", deliveries)
                        .getResultList();
    }

    /** Forgets attempts from before a moment, and what has ended before it. Two statements. */
    void forget(Instant before) {
        em.createQuery("delete from DeliveryAttempt a where a.beganAt < :before")
                .setParameter("before", before)
                .executeUpdate();
        em.createQuery("delete from Delivery d where d.endedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
