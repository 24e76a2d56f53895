package vn.loa.media.uploads;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Repository;
import vn.loa.media.AssetState;

/** All uploads that have not ended. */
@Repository
@Transactional
public class Uploads {
    @PersistenceContext
    private EntityManager em;

    public Optional<Upload> find(String id) {
        return Optional.ofNullable(em.find(Upload.class, id));
    }

    /** The upload for one transaction at a time: others who ask in this way wait for the end of the running one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Upload> lock(String id) {
        return Optional.ofNullable(em.find(Upload.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The bytes of which asset. */
    public Optional<Upload> of(long asset) {
        return em.createQuery("select u from Upload u where u.asset = :asset", Upload.class)
                .setParameter("asset", asset)
                .getResultStream()
                .findFirst();
    }

    /**
     * Whether the bytes of an asset are still needed, because it was not taken in and is not at fault. If so, nobody gives them up before the running
     * transaction ends.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean hold(long asset) {
        return of(asset)
                .flatMap(upload -> lock(upload.id()))
                .filter(upload -> !upload.isSettled())
                .isPresent();
    }

    /** Of these assets those of which the same holds. One statement, or none. */
    public Set<Long> needed(Collection<Long> assets) {
        return assets.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery(
                                "select u.asset from Upload u where u.asset in :assets and u.settledAt is null",
                                Long.class)
                        .setParameter("assets", assets)
                        .getResultList());
    }

    /** Makes creations wait for each other, so that no two are promised the same room. */
    @Transactional(Transactional.TxType.MANDATORY)
    void queue() {
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended('uploads', 12))) as waited")
                .getSingleResult();
    }

    /** How many bytes of this account wait to be taken in, those declared but not yet here among them. */
    long bytesOf(String owner) {
        return em.createQuery(
                        "select coalesce(sum(u.length), 0) from Upload u where u.owner = :owner and u.settledAt is null",
                        Number.class)
                .setParameter("owner", owner)
                .getSingleResult()
                .longValue();
    }

    /** What counts against the quota of this account, newest first. @param product those that are sent for this one; null for all */
    List<Upload> unsettledOf(String owner, @Nullable String product, Instant now, int atMost) {
        return em.createQuery(
                        "select u from Upload u where u.owner = :owner and u.settledAt is null"
                                + " and (:product = '' or u.product = :product)"
                                + " and (u.asset is not null or u.expiresAt > :now) order by u.createdAt desc, u.id",
                        Upload.class)
                .setParameter("owner", owner)
                .setParameter("product", Objects.requireNonNullElse(product, ""))
                .setParameter("now", now)
                .setMaxResults(atMost)
                .getResultList();
    }

    /**
     * How much room the uploads of all accounts will still take: what is not here yet, and for each that is not taken in as much once more: for its copy
     * where the store cannot take it as it is, or for what is encoded from it. Announcing costs
     * nothing: who has sent nothing for a day keeps no room from others any more, and may still send while there is some.
     */
    long bytesToCome(Instant now) {
        return em.createQuery(
                        "select coalesce(sum(u.length - u.received), 0)"
                                + " + coalesce(sum(case when u.settledAt is null then u.length else 0 end), 0)"
                                + " from Upload u where u.expiresAt > :now and (u.received > 0 or u.createdAt > :silent)",
                        Number.class)
                .setParameter("now", now)
                .setParameter("silent", now.minus(Upload.SILENCE))
                .getSingleResult()
                .longValue();
    }

    void add(Upload upload) {
        em.persist(upload);
    }

    /** Records that bytes up to this offset are safe. False when the upload has ended. */
    boolean receivedUpTo(String id, long offset) {
        var upload = lock(id);
        upload.ifPresent(found -> found.receivedUpTo(offset));
        return upload.isPresent();
    }

    /** As {@link Upload#keepOn}. Whether it was there. */
    boolean keepOn(String id, Instant now) {
        var upload = lock(id);
        upload.ifPresent(found -> found.keepOn(now));
        return upload.isPresent();
    }

    /** Forgets an upload unless it has become an asset. Whether it was there. */
    boolean remove(String id) {
        var upload = lock(id).filter(found -> found.asset().isEmpty());
        upload.ifPresent(em::remove);
        return upload.isPresent();
    }

    /** Forgets an upload unless an asset still waits for its bytes, or they became needless only after a moment. Whether it is gone. */
    boolean removeSettled(String id, Instant moment) {
        var upload = lock(id).filter(found -> !found.isSettled() || found.isSettledBefore(moment))
                .filter(found -> em.createQuery(
                                        "select count(a) from MediaAsset a where a.id = :id and a.state = :received",
                                        Long.class)
                                .setParameter("id", found.asset().orElse(0L))
                                .setParameter("received", AssetState.RECEIVED)
                                .getSingleResult()
                        == 0);
        upload.ifPresent(em::remove);
        return upload.isPresent();
    }

    /** Ids of uploads whose bytes are needed, or became needless only after a moment. */
    Set<String> neededSince(Instant moment) {
        return Set.copyOf(em.createQuery(
                        "select u.id from Upload u where u.settledAt is null or u.settledAt >= :moment", String.class)
                .setParameter("moment", moment)
                .getResultList());
    }

    /** Gives bytes up, unless they are needed, or became needless only after a moment. Nobody uses the upload again in the meantime. */
    void whileNeedless(String id, Instant moment, GivingUp bytes) throws IOException {
        if (lock(id).filter(upload -> !upload.isSettledBefore(moment)).isEmpty()) {
            bytes.giveUp();
        }
    }

    /** What is done to bytes that nobody needs. */
    @FunctionalInterface
    interface GivingUp {
        void giveUp() throws IOException;
    }

    /** Ids of uploads whose time is over, whatever has become of them. */
    List<String> expired(Instant now, int atMost) {
        return em.createQuery("select u.id from Upload u where u.expiresAt <= :now order by u.expiresAt", String.class)
                .setParameter("now", now)
                .setMaxResults(atMost)
                .getResultList();
    }
}
