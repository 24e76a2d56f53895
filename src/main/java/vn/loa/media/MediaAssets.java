package vn.loa.media;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import vn.loa.common.Repository;

/** Assets and the blobs they stand on. */
@Repository
@Transactional
public class MediaAssets {
    @PersistenceContext
    private EntityManager em;

    public Optional<MediaAsset> find(long id) {
        return Optional.ofNullable(em.find(MediaAsset.class, id));
    }

    public void add(MediaAsset asset) {
        em.persist(asset);
        em.flush();
    }

    /** The row of a stored blob; the first who brings a content makes it, whoever else comes at the same time finds it. */
    Blob blob(StoredBlob stored, Instant now) {
        em.createNativeQuery("insert into blob (sha256, size, created_at) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, stored.sha256())
                .setParameter(2, stored.size())
                .setParameter(3, Timestamp.from(now))
                .executeUpdate();
        return em.find(Blob.class, stored.sha256());
    }
}
