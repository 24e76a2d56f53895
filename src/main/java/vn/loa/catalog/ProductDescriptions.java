package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.catalog.PlanReferences.PlanReference;
import vn.loa.common.Fetch;
import vn.loa.common.Reading;
import vn.loa.common.Repository;

/** What public products are about, for lists that tell more than cards. Five statements for a list of any length. */
@Repository
@Transactional
@Reading
public class ProductDescriptions {
    @PersistenceContext
    private EntityManager em;

    @Inject
    private PlanReferences plans;

    /** Those of the products with these ids that are public right now, by id. */
    public Map<Long, ProductDescription> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var revisions = em.createQuery(
                        "select r from ProductRevision r join fetch r.product left join fetch r.agency"
                                + " where r.product.id in :ids and r.product.publication.online = true"
                                + " and r.product.published = r",
                        ProductRevision.class)
                .setParameter("ids", ids)
                .setHint(Fetch.BATCH_TYPE, Fetch.IN)
                .setHint(Fetch.BATCH, "r.topics")
                .setHint(Fetch.BATCH, "r.audiences")
                .setHint(Fetch.BATCH, "r.localities")
                .getResultList();
        var promises = plans.of(revisions.stream()
                .flatMap(revision -> revision.deliverable().stream())
                .collect(Collectors.toSet()));
        return revisions.stream()
                .collect(Collectors.toMap(
                        revision -> revision.product().requireId(),
                        revision -> ProductDescription.of(
                                revision,
                                revision.deliverable()
                                        .map(promises::get)
                                        .map(PlanReference::planSlug)
                                        .orElse(null))));
    }
}
