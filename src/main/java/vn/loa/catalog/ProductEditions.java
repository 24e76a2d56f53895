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

    /** Keeps what a product said before it is written, if nobody kept that when it was: products are older than this memory. */
    void keepFirst(Product product, String by) {
        if (latest(product, 0, 1).isEmpty()) {
            em.persist(
                    new ProductEdition(product, by, false, product.publication().changedAt()));
        }
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

    /** What somebody saw who read the product at this version; empty when nobody remembers. */
    Optional<ProductEdition> at(Product product, long version) {
        return em.createQuery(
                        "select e from ProductEdition e where e.product = :product and e.firstVersion <= :version"
                                + " order by e.id desc",
                        ProductEdition.class)
                .setParameter("product", product)
                .setParameter("version", version)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .filter(edition -> edition.isRemembered(version));
    }
}
