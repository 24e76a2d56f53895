package vn.loa.catalog;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** What products said each time somebody saved them. */
@Repository
class ProductEditions {
    /** Of one product, so that what is saved over and over stays within bounds; the oldest go first. */
    static final int MOST = 200;

    /** Of one sitting, in which something may be saved every few seconds. */
    private static final int MOST_STEPS = 60;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /** Keeps what a product says now, which has just been written, with its new version. */
    void keep(Product product, String by) {
        keep(product, by, false);
    }

    /**
     * The same of what its form may have saved by itself.
     *
     * @return whether that is an edition of its own, and does not go on with the one before
     */
    boolean keep(Product product, String by, boolean byItself) {
        var now = clock.instant();
        var before = latest(product, 0, 1).stream()
                .filter(edition -> edition.goesOn(product, by, now))
                .findFirst();
        if (before.isPresent()) {
            keepStep(before.get());
            before.get().goOn(byItself, now);
            return false;
        }
        em.persist(new ProductEdition(product, by, byItself, now));
        em.createNativeQuery("delete from product_edition where product = ?1 and id <= (select id from product_edition"
                        + " where product = ?1 order by id desc limit 1 offset ?2)")
                .setParameter(1, product.requireId())
                .setParameter(2, MOST)
                .executeUpdate();
        return true;
    }

    /** Keeps what an edition says before it goes on: somebody may have begun to write from that. Of what was long ago, nobody has. */
    private void keepStep(ProductEdition edition) {
        em.createNativeQuery("insert into product_edition_step (edition, version, content, saved_at)"
                        + " select id, product_version, content, saved_at from product_edition where id = ?1"
                        + " on conflict do nothing")
                .setParameter(1, edition.requireId())
                .executeUpdate();
        em.createNativeQuery("delete from product_edition_step where edition = ?1 and version <= (select version"
                        + " from product_edition_step where edition = ?1 order by version desc limit 1 offset ?2)"
                        + " or saved_at < now() - interval '2 days'")
                .setParameter(1, edition.requireId())
                .setParameter(2, MOST_STEPS)
                .executeUpdate();
    }

    /** Keeps what a product said before it is written, if nobody kept that when it was: products are older than this memory. */
    void keepFirst(Product product, String by) {
        if (latest(product, 0, 1).isEmpty()) {
            em.persist(
                    new ProductEdition(product, by, false, product.publication().changedAt()));
        }
    }

    /** Id of what was saved last of a revision, which is what this revision says; 0 when nothing of it is kept. One statement. */
    long lastOf(Product product, int revision) {
        return em.createQuery(
                        "select coalesce(max(e.id), 0) from ProductEdition e where e.product = :product and e.revision = :revision",
                        Long.class)
                .setParameter("product", product)
                .setParameter("revision", revision)
                .getSingleResult();
    }

    /** The newest first. One statement. */
    List<ProductEdition> latest(Product product, int first, int most) {
        return em.createQuery(
                        "select e from ProductEdition e where e.product = :product order by e.id desc",
                        ProductEdition.class)
                .setParameter("product", product)
                .setFirstResult(first)
                .setMaxResults(most)
                .getResultList();
    }

    Optional<ProductEdition> find(Product product, long id) {
        return em.createQuery(
                        "select e from ProductEdition e where e.product = :product and e.id = :id",
                        ProductEdition.class)
                .setParameter("product", product)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** What somebody saw who read the product at this version, without what the people shown have said; empty when nobody remembers. */
    Optional<ProductContent> at(Product product, long version) {
        var edition = edition(product, version);
        return edition.filter(whole -> whole.isRemembered(version))
                .map(ProductEdition::content)
                .or(() -> edition.flatMap(gone -> step(gone, version)));
    }

    private Optional<ProductContent> step(ProductEdition edition, long version) {
        List<?> found = em.createNativeQuery("select content from product_edition_step where edition = ?1"
                        + " and version <= ?2 order by version desc limit 1")
                .setParameter(1, edition.requireId())
                .setParameter(2, version)
                .getResultList();
        return found.stream().findFirst().map(content -> ProductContent.parse((String) content));
    }

    private Optional<ProductEdition> edition(Product product, long version) {
        return em.createQuery(
                        "select e from ProductEdition e where e.product = :product and e.firstVersion <= :version"
                                + " order by e.id desc",
                        ProductEdition.class)
                .setParameter("product", product)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }
}
