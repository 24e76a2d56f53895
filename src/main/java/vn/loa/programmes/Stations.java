package vn.loa.programmes;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Fetch;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;
import vn.loa.taxonomy.Locality;

/** The stations of communes, and the templates. */
@Repository
public class Stations {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    /** That of a unit. One statement. */
    public Optional<Station> of(Locality unit) {
        return em.createQuery("select s from Station s where s.locality = :unit", Station.class)
                .setParameter("unit", unit)
                .getResultStream()
                .findFirst();
    }

    /** That of the unit with this id, with its unit. One statement. */
    public Optional<Station> at(long unit) {
        return em.createQuery("select s from Station s where s.locality.id = :unit", Station.class)
                .setParameter("unit", unit)
                .setHint(Fetch.JOIN, "s.locality")
                .getResultStream()
                .findFirst();
    }

    public Optional<Station> find(long id) {
        return Optional.ofNullable(em.find(Station.class, id));
    }

    /** When a station was on air, since a moment. One statement. */
    public OnAir onAir(Station station, Instant since) {
        return new OnAir(
                station.settings(),
                em.createQuery(
                                "select c from StationChange c where c.station = :station and c.until > :since order by c.until, c.id",
                                StationChange.class)
                        .setParameter("station", station)
                        .setParameter("since", since)
                        .getResultStream()
                        .map(change -> new OnAir.Former(change.settings(), change.until()))
                        .toList());
    }

    void add(StationChange change) {
        em.persist(change);
    }

    /** That of a unit, for somebody who is about to change it. */
    Optional<Station> lock(Locality unit) {
        return em.createQuery("select s from Station s where s.locality = :unit", Station.class)
                .setParameter("unit", unit)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** All with their units, by name. One statement. @param units ids to which they are narrowed; null for all */
    public List<Station> all(@Nullable Collection<Long> units) {
        var query = em.createQuery(
                "select s from Station s" + (units == null ? "" : " where s.locality.id in :units")
                        + " order by s.locality.name, s.locality.id",
                Station.class);
        if (units != null) {
            query.setParameter("units", units);
        }
        return query.setHint(Fetch.JOIN, "s.locality")
                .setHint(Fetch.LEFT_JOIN, "s.locality.parent")
                .getResultList();
    }

    /** These with their units. One statement. */
    List<Station> named(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : em.createQuery("select s from Station s where s.id in :ids", Station.class)
                        .setParameter("ids", ids)
                        .setHint(Fetch.JOIN, "s.locality")
                        .getResultList();
    }

    /** Nobody else adds one for this unit before the running transaction ends. */
    void await(Locality unit) {
        locks.await("station", Communes.id(unit));
    }

    void add(Station station) {
        em.persist(station);
        em.flush();
    }

    void flush() {
        em.flush();
    }
}
