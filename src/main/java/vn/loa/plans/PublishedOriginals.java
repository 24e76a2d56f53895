package vn.loa.plans;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.media.PublicBlob;
import vn.loa.media.PublicMedia;
import vn.loa.media.Rendition;

/** Opens the documents that public plans offer, as they were sent, to be saved; nothing else, and those of no other revision. One statement. */
@Repository
@Transactional
public class PublishedOriginals implements PublicMedia {
    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<PublicBlob> find(String planSlug, String hashPrefix) {
        return em.createQuery(
                        "select r from Rendition r join fetch r.asset, Plan p join p.published v join v.offered s"
                                + " where r.asset = s.asset and p.slug = :slug and p.publication.online = true"
                                + " and r.profile = :master and r.sha256 like :prefix",
                        Rendition.class)
                .setParameter("slug", planSlug)
                .setParameter("master", Rendition.MASTER)
                .setParameter("prefix", hashPrefix + "%")
                .setMaxResults(1)
                .getResultStream()
                .map(master -> new PublicBlob(
                        master.sha256(),
                        master.bytes(),
                        master.contentType(),
                        master.asset().createdAt(),
                        true,
                        List.of(master.address(planSlug, Texts.FALLBACK))))
                .findFirst();
    }
}
