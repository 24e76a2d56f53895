package vn.loa.programmes.delivery;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;

/** The systems to which programmes are sent, and those that somebody has removed lately. */
@Repository
public class Targets {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    Optional<DeliveryTarget> find(long id) {
        return Optional.ofNullable(em.find(DeliveryTarget.class, id));
    }

    /** The same, and nobody else changes it before the running transaction ends; who puts something that is to be sent there need not wait. */
    Optional<DeliveryTarget> lock(long id) {
        var there = em.createNativeQuery("select id from delivery_target where id = ?1 for no key update")
                .setParameter(1, id)
                .getResultList();
        return there.isEmpty() ? Optional.empty() : find(id).map(this::refreshed);
    }

    private DeliveryTarget refreshed(DeliveryTarget target) {
        em.refresh(target);
        return target;
    }

    /** All with their units, by name. One statement. @param units ids to which they are narrowed; null for all */
    List<DeliveryTarget> all(@Nullable Collection<Long> units) {
        var query = em.createQuery(
                "select t from DeliveryTarget t" + (units == null ? "" : " where t.unit.id in :units")
                        + " order by t.name, t.id",
                DeliveryTarget.class);
        if (units != null) {
            query.setParameter("units", units);
        }
        return query.setHint(Fetch.JOIN, "t.unit").getResultList();
    }

    /** Those that are for a station, also while they are paused, by id. Two statements. */
    List<DeliveryTarget> of(long station) {
        return of(List.of(station)).getOrDefault(station, List.of());
    }

    /** The same of several stations, by their ids; those without any are missing. Two statements. */
    Map<Long, List<DeliveryTarget>> of(Collection<Long> stations) {
        List<?> rows = em.createNativeQuery("""
                        with recursive above (station, id, parent) as (
                            select s.id, l.id, l.parent from locality l join station s on s.locality = l.id
                            where s.id in (select cast(value as bigint) from json_array_elements_text(cast(?1 as json)) as value)
                            union
                            select above.station, l.id, l.parent from above join locality l on l.id = above.parent
                        )
                        select above.station, t.id from delivery_target t join above on above.id = t.unit
                        where t.removed_at is null order by t.id""")
                .setParameter(1, Deliveries.json(stations))
                .getResultList();
        var pairs = rows.stream().map(row -> (Object[]) row).toList();
        var ids = pairs.stream().map(pair -> id(pair[1])).distinct().toList();
        var targets = ids.isEmpty()
                ? Map.<Long, DeliveryTarget>of()
                : em.createQuery("select t from DeliveryTarget t where t.id in :ids", DeliveryTarget.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(DeliveryTarget::requireId, Function.identity()));
        return pairs.stream()
                .filter(pair -> targets.containsKey(id(pair[1])))
                .collect(Collectors.groupingBy(
                        pair -> id(pair[0]),
                        Collectors.mapping(pair -> targets.get(id(pair[1])), Collectors.toList())));
    }

    private static long id(Object column) {
        return ((Number) column).longValue();
    }

    /** Ids of those for which something waits whose time has come. One statement. */
    List<Long> due(Instant now) {
        return em.createQuery(
                        "select distinct d.target.id from Delivery d where d.state = vn.loa.programmes.delivery.DeliveryState.WAITING"
                                + " and d.dueAt <= :now and d.target.pausedAt is null and d.target.removedAt is null"
                                + " and (d.urgent = true or d.target.restingUntil is null or d.target.restingUntil <= :now)",
                        Long.class)
                .setParameter("now", now)
                .getResultList();
    }

    /** Whether there is any that is not removed. One statement. */
    boolean isAny() {
        return em.createQuery("select count(t) from DeliveryTarget t where t.removedAt is null", Long.class)
                        .getSingleResult()
                > 0;
    }

    /** Nobody else makes the key of secrets before the running transaction ends. */
    void awaitKey() {
        locks.await("delivery key");
    }

    /** Forgets those that were removed before a moment, with everything that was sent there. One statement. */
    int forget(Instant before) {
        return em.createQuery("delete from DeliveryTarget t where t.removedAt < :before")
                .setParameter("before", before)
                .executeUpdate();
    }

    void add(DeliveryTarget target) {
        em.persist(target);
        em.flush();
    }

    void flush() {
        em.flush();
    }
}
