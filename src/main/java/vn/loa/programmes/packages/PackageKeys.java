package vn.loa.programmes.packages;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.NamedLocks;
import vn.loa.common.Repository;

/** The keys with which packages are signed, and have been. */
@Repository
public class PackageKeys {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedLocks locks;

    /** The one that signs. One statement. */
    Optional<PackageKey> current() {
        return em.createQuery("select k from PackageKey k where k.retiredAt is null", PackageKey.class)
                .getResultStream()
                .findFirst();
    }

    Optional<PackageKey> find(String id) {
        return Optional.ofNullable(em.find(PackageKey.class, id));
    }

    /** All, the newest first. One statement. */
    List<PackageKey> all() {
        return em.createQuery("select k from PackageKey k order by k.madeAt desc, k.id", PackageKey.class)
                .getResultList();
    }

    /** Nobody else makes or retires one before the running transaction ends. */
    void await() {
        locks.await("package key");
    }

    void add(PackageKey key) {
        em.persist(key);
        em.flush();
    }

    void flush() {
        em.flush();
    }
}
