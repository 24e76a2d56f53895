package vn.loa.media;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import vn.loa.common.Repository;

/** Keeps blobs that are no media from being swept, as long as somebody holds them. Each holder has one blob. */
@Repository
@Transactional(Transactional.TxType.MANDATORY)
public class HeldBlobs {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private NamedBlobs blobs;

    /**
     * @param holder a name that nobody else has
     * @throws IllegalStateException when the blob was kept more than a day ago, and has been swept
     */
    public void hold(KeptBlob kept, String holder) {
        blobs.name(kept);
        em.createNativeQuery("insert into blob_hold (holder, blob) values (?1, ?2)")
                .setParameter(1, holder)
                .setParameter(2, kept.sha256())
                .executeUpdate();
    }

    /** The blob is swept a day later, unless somebody else has to do with it. Nothing happens when they hold none. */
    public void release(String holder) {
        em.createNativeQuery("delete from blob_hold where holder = ?1")
                .setParameter(1, holder)
                .executeUpdate();
    }
}
