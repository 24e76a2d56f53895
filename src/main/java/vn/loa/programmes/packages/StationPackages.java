package vn.loa.programmes.packages;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;

/** The packages of all stations: those that are made, those that can be had, and those that once could. */
@Repository
public class StationPackages {
    private static final String READY = "p.state = vn.loa.programmes.packages.PackageState.READY";
    private static final String WAITING = "p.state = vn.loa.programmes.packages.PackageState.WAITING";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    Optional<StationPackage> find(long id) {
        return Optional.ofNullable(em.find(StationPackage.class, id));
    }

    /** The same, and nobody else changes it before the running transaction ends. */
    Optional<StationPackage> lock(long id) {
        return Optional.ofNullable(em.find(StationPackage.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Nobody else begins one of a station before the running transaction ends. */
    void await(long station) {
        locks.await("packages", station);
    }

    /** Those of a station, the newest first. One statement. */
    List<StationPackage> of(long station, int most) {
        return em.createQuery(
                        "select p from StationPackage p where p.station = :station order by p.id desc",
                        StationPackage.class)
                .setParameter("station", station)
                .setMaxResults(most)
                .getResultList();
    }

    /** The one with this in it that is there, or is being made. One statement. */
    Optional<StationPackage> open(long station, String fingerprint) {
        return em.createQuery(
                        "select p from StationPackage p where p.station = :station and p.fingerprint = :fingerprint"
                                + " and (" + READY + " or " + WAITING + ")",
                        StationPackage.class)
                .setParameter("station", station)
                .setParameter("fingerprint", fingerprint)
                .getResultStream()
                .findFirst();
    }

    /** The last one with this in it that failed since a moment, though nothing had changed. One statement. */
    Optional<StationPackage> failed(long station, String fingerprint, Instant since) {
        return em.createQuery(
                        "select p from StationPackage p where p.station = :station and p.fingerprint = :fingerprint"
                                + " and p.state = vn.loa.programmes.packages.PackageState.REFUSED and p.endedAt > :since"
                                + " and p.problem <> vn.loa.programmes.packages.PackageProblem.CHANGED"
                                + " order by p.id desc",
                        StationPackage.class)
                .setParameter("station", station)
                .setParameter("fingerprint", fingerprint)
                .setParameter("since", since)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** How many of a station are being made. One statement. */
    long waiting(long station) {
        return em.createQuery(
                        "select count(p) from StationPackage p where p.station = :station and " + WAITING, Long.class)
                .setParameter("station", station)
                .getSingleResult();
    }

    /** Those that can be had of a station, the newest first. One statement. */
    List<StationPackage> ready(long station) {
        return em.createQuery(
                        "select p from StationPackage p where p.station = :station and " + READY
                                + " order by p.id desc",
                        StationPackage.class)
                .setParameter("station", station)
                .getResultList();
    }

    /** Those that can be had and that this key has signed. One statement. */
    Collection<StationPackage> signedBy(String key) {
        return em.createQuery(
                        "select p from StationPackage p where p.signingKey = :signing and " + READY,
                        StationPackage.class)
                .setParameter("signing", key)
                .getResultList();
    }

    /** Those that can be had and were made before a moment. One statement. */
    List<StationPackage> readyBefore(Instant moment, int most) {
        return em.createQuery(
                        "select p from StationPackage p where " + READY + " and p.endedAt < :moment order by p.id",
                        StationPackage.class)
                .setParameter("moment", moment)
                .setMaxResults(most)
                .getResultList();
    }

    /** Forgets those that were wanted before a moment and cannot be had. One statement. */
    int forget(Instant before) {
        return em.createQuery("delete from StationPackage p where p.madeAt < :before and p.state in"
                        + " (vn.loa.programmes.packages.PackageState.REFUSED,"
                        + " vn.loa.programmes.packages.PackageState.EXPIRED)")
                .setParameter("before", before)
                .executeUpdate();
    }

    void add(StationPackage made) {
        em.persist(made);
        em.flush();
    }

    void flush() {
        em.flush();
    }
}
