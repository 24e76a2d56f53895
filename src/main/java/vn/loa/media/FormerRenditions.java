package vn.loa.media;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import vn.loa.common.Repository;

/**
 * What others have replaced. An address holds the hash of its file, so encoding anew gives every file another one, while a page that is open
 * goes on asking for the old one, and so do lists that others made of our pages: feed readers and search engines, which come back within days.
 */
@Repository
public class FormerRenditions {
    private static final Duration KEPT = Duration.ofDays(7);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** A file is about to be replaced or given up; whoever has its address keeps it for a while. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Rendition replaced) {
        keep(replaced, replaced.asset());
    }

    /** The same when all of its asset is given up. @param heir what takes the place of that */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Rendition replaced, MediaAsset heir) {
        em.persist(new FormerRendition(replaced, heir, clock.instant()));
    }

    /** What was replaced before this moment is at its end. */
    public Instant oldest() {
        return clock.instant().minus(KEPT);
    }

    /** Forgets what is at its end; blobs that nothing else refers to are left to the sweep. */
    @Transactional
    public int forget() {
        return em.createQuery("delete from FormerRendition f where f.replacedAt < :oldest")
                .setParameter("oldest", oldest())
                .executeUpdate();
    }
}
