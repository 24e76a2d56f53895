package vn.loa.media;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
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

    /** The asset for one transaction at a time: others who ask in this way wait for the end of the running one. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<MediaAsset> lock(long id) {
        return Optional.ofNullable(em.find(MediaAsset.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Forgets an asset with its renditions; their blobs are left to the sweep. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(MediaAsset asset) {
        em.flush();
        em.remove(asset);
        em.flush();
    }

    /** Of an asset, without the asset: the id of the film whose sound it replaces. */
    public Optional<Long> filmOf(long id) {
        return em.createQuery("select a.film from MediaAsset a where a.id = :id and a.film is not null", Long.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The sounds that replace that of a film. @param film its id */
    public List<MediaAsset> dubsOf(long film) {
        return em.createQuery("select a from MediaAsset a where a.film = :film order by a.id", MediaAsset.class)
                .setParameter("film", film)
                .getResultList();
    }

    /** The sounds that replace that of a film, or show it still. @param film its id */
    public List<MediaAsset> fittedTo(long film) {
        return em.createQuery(
                        "select a from MediaAsset a where a.film = :film or a.shownFilm = :film order by a.id",
                        MediaAsset.class)
                .setParameter("film", film)
                .getResultList();
    }

    /** Which version of each profile made what there is, once each. */
    public List<ProfileVersion> profileVersions() {
        return em.createQuery(
                        "select distinct new vn.loa.media.ProfileVersion(r.profile, r.profileVersion) from Rendition r"
                                + " where r.profileVersion is not null",
                        ProfileVersion.class)
                .getResultList();
    }

    /** Ids of assets with something that this version of a profile made. @param after the last id that is known already */
    public List<Long> madeBy(ProfileVersion version, long after, int limit) {
        return em.createQuery(
                        "select distinct r.asset.id from Rendition r where r.profile = :profile"
                                + " and r.profileVersion = :version and r.asset.id > :after order by r.asset.id",
                        Long.class)
                .setParameter("profile", version.profile())
                .setParameter("version", version.version())
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** Ids of documents that can be opened and have not been read in the way of today. @param after the last id that is known already */
    public List<Long> unreadDocuments(long after, int limit) {
        return em.createQuery(
                        "select a.id from MediaAsset a where a.kind = :kind and a.state = :state and a.readForm < :form"
                                + " and a.id > :after order by a.id",
                        Long.class)
                .setParameter("kind", MediaKind.DOCUMENT)
                .setParameter("state", AssetState.READY)
                .setParameter("form", MediaAsset.READING)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    public void add(MediaAsset asset) {
        em.persist(asset);
        em.flush();
    }
}
