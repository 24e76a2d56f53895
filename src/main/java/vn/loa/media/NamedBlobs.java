package vn.loa.media;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import vn.loa.common.Repository;

/**
 * The rows of blobs, and the one way in which rows and files come and go together: a row is promised before anybody looks for the last time whether
 * its file is there, and while it is being promised, named or deleted the row is locked. So nothing that is referred to is ever deleted, on
 * however many nodes.
 */
@Repository
public class NamedBlobs {
    private static final String UNUSED = " not exists (select 1 from media_asset a where a.master = b.sha256)"
            + " and not exists (select 1 from rendition r where r.blob = b.sha256)"
            + " and not exists (select 1 from former_rendition f where f.blob = b.sha256)"
            + " and not exists (select 1 from blob_hold h where h.blob = b.sha256)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private BlobStore store;

    @Inject
    private Clock clock;

    /**
     * Promises that a blob is not swept for a day, whether its bytes are in the store or still come. Its row, which this commits, is there from now
     * on; who is sweeping it is waited for.
     */
    @Transactional
    KeptBlob promise(StoredBlob stored) {
        em.createNativeQuery(
                        "insert into blob as b (sha256, size, created_at, marked_at) values (?1, ?2, ?3, ?3)"
                                + " on conflict (sha256) do update set marked_at = excluded.marked_at where b.marked_at is not null")
                .setParameter(1, stored.sha256())
                .setParameter(2, stored.size())
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
        var blob = em.find(Blob.class, stored.sha256());
        return new KeptBlob(blob.sha256(), blob.size(), blob.createdAt());
    }

    /**
     * The row of a blob that is kept, so that others may refer to it in the running transaction. Who sweeps waits for the end of that.
     *
     * @throws IllegalStateException when it was kept more than a day ago, and has been swept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Blob name(KeptBlob kept) {
        var there = em.createNativeQuery("update blob set marked_at = null where sha256 = ?1 and created_at = ?2")
                .setParameter(1, kept.sha256())
                .setParameter(2, Timestamp.from(kept.since()))
                .executeUpdate();
        if (there == 0) {
            throw new IllegalStateException("Blob " + kept.sha256() + " was kept too long ago and is swept");
        }
        return em.find(Blob.class, kept.sha256());
    }

    /** The name of the installation whose database this is; its store of blobs bears it, too. */
    @Transactional
    public String installation() {
        return String.valueOf(em.createNativeQuery("select cast(name as text) from installation")
                .getSingleResult());
    }

    /** How many rows there are. */
    @Transactional
    public long count() {
        return em.createQuery("select count(b) from Blob b", Long.class).getSingleResult();
    }

    /** Those of these names that have no row. One statement. */
    @Transactional
    public List<String> unnamed(List<String> names) {
        var named = new HashSet<>(em.createQuery("select b.sha256 from Blob b where b.sha256 in :names", String.class)
                .setParameter("names", names)
                .getResultList());
        return names.stream().filter(name -> !named.contains(name)).toList();
    }

    /** Gives a file without a row one, marked from now on, so that it goes the way of all that nothing refers to. */
    @Transactional
    public void adopt(StoredBlob orphan) {
        em.createNativeQuery("insert into blob (sha256, size, created_at, marked_at) values (?1, ?2, ?3, ?3)"
                        + " on conflict (sha256) do nothing")
                .setParameter(1, orphan.sha256())
                .setParameter(2, orphan.size())
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** Marks what nothing refers to, and takes the mark from what is referred to. How many are newly marked. */
    @Transactional
    public int mark() {
        em.createNativeQuery(
                        "update blob b set marked_at = null where b.marked_at is not null and not (" + UNUSED + ")")
                .executeUpdate();
        return em.createNativeQuery("update blob b set marked_at = ?1 where b.marked_at is null and" + UNUSED)
                .setParameter(1, Timestamp.from(clock.instant()))
                .executeUpdate();
    }

    /** Names of what has been marked since before a moment. */
    @Transactional
    public List<String> markedBefore(Instant moment, int atMost) {
        List<?> names = em.createNativeQuery("select b.sha256 from blob b where b.marked_at < ?1 order by b.marked_at")
                .setParameter(1, Timestamp.from(moment))
                .setMaxResults(atMost)
                .getResultList();
        return names.stream().map(String::valueOf).toList();
    }

    /**
     * Deletes row and file, unless somebody has taken the content again. The one transaction that waits for the storage: only the lock on the row
     * keeps a sweeper who was stopped in between from deleting, when he wakes, what has come again. Whether it is gone.
     */
    @Transactional
    public boolean delete(String sha256, Instant markedBefore) {
        var gone = em.createNativeQuery("delete from blob b where b.sha256 = ?1 and b.marked_at < ?2 and" + UNUSED)
                        .setParameter(1, sha256)
                        .setParameter(2, Timestamp.from(markedBefore))
                        .executeUpdate()
                > 0;
        if (gone) {
            try {
                // Before the commit: who brings the content again waits for it, and then looks whether the file is
                // there.
                store.delete(sha256);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete blob " + sha256, e);
            }
        }
        return gone;
    }
}
