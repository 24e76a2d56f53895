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
 * The rows of blobs, and the one way in which rows and files come and go together: a file is there before its row is committed, and while
 * its row is being taken or deleted the row is locked. So nothing that is referred to is ever deleted, on however many nodes.
 */
@Repository
public class NamedBlobs {
    private static final String UNUSED = " not exists (select 1 from media_asset a where a.master = b.sha256)"
            + " and not exists (select 1 from rendition r where r.blob = b.sha256)";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private BlobStore store;

    @Inject
    private Clock clock;

    /**
     * The row of a stored blob, so that others may refer to it in the running transaction. The first who brings a content makes it,
     * whoever else comes at the same time finds it. Its mark, if it had one, is gone.
     *
     * @param content the bytes once more, in case they have been swept since they were stored
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Blob name(StoredBlob stored, IncomingFile.Content content) {
        em.createNativeQuery("insert into blob (sha256, size, created_at) values (?1, ?2, ?3)"
                        + " on conflict (sha256) do update set marked_at = null")
                .setParameter(1, stored.sha256())
                .setParameter(2, stored.size())
                .setParameter(3, Timestamp.from(clock.instant()))
                .executeUpdate();
        // From here on the row is ours: who sweeps waits for the end of this transaction and then finds it without a
        // mark.
        try {
            if (!store.contains(stored.sha256())) {
                try (var again = content.open()) {
                    store.store(again, stored.size());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep blob " + stored.sha256(), e);
        }
        return em.find(Blob.class, stored.sha256());
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

    /** Deletes row and file, unless somebody has taken the content again. Whether it is gone. */
    @Transactional
    public boolean delete(String sha256, Instant markedBefore) {
        var gone = em.createNativeQuery("delete from blob b where b.sha256 = ?1 and b.marked_at < ?2 and" + UNUSED)
                        .setParameter(1, sha256)
                        .setParameter(2, Timestamp.from(markedBefore))
                        .executeUpdate()
                > 0;
        if (gone) {
            try {
                // Before the commit: who takes the content again waits for it, and then looks whether the file is
                // there.
                store.delete(sha256);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete blob " + sha256, e);
            }
        }
        return gone;
    }
}
