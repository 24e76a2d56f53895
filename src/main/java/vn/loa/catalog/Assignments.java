package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.loa.accounts.Role;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;

/** Who sees which product through: at most one for each. */
@Repository
class Assignments {
    /** More editors than a province has. */
    private static final int MOST = 500;

    @PersistenceContext
    private EntityManager em;

    /** The names by which people know those who see these products through, by id; what nobody sees through is missing. One statement. */
    Map<Long, String> names(Collection<Long> products) {
        var names = new HashMap<Long, String>();
        if (!products.isEmpty()) {
            List<?> rows = em.createNativeQuery(
                            "select x.product, a.display_name from product_assignment x join account a on a.id = x.account"
                                    + " where x.product in (select cast(id as bigint)"
                                    + " from json_array_elements_text(cast(?1 as json)) as wanted (id))")
                    .setParameter(1, Jsons.array(products).build().toString())
                    .getResultList();
            for (var row : rows) {
                var cells = (Object[]) row;
                names.put(((Number) cells[0]).longValue(), (String) cells[1]);
            }
        }
        return names;
    }

    /** Who sees a product through. */
    Optional<AssignProduct.Person> of(long product) {
        List<?> rows = em.createNativeQuery(
                        "select a.username, a.display_name from product_assignment x join account a on a.id = x.account where x.product = ?1")
                .setParameter(1, product)
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> (Object[]) row)
                .map(cells -> new AssignProduct.Person((String) cells[0], (String) cells[1]));
    }

    /** In place of whoever saw it through before. */
    void put(long product, String username, Instant at) {
        em.createNativeQuery("insert into product_assignment (product, account, assigned_at)"
                        + " select ?1, a.id, ?3 from account a where a.username = ?2"
                        + " on conflict (product) do update set account = excluded.account,"
                        + " version = product_assignment.version + 1, assigned_at = excluded.assigned_at")
                .setParameter(1, product)
                .setParameter(2, username)
                .setParameter(3, Timestamp.from(at))
                .executeUpdate();
    }

    void remove(long product) {
        em.createNativeQuery("delete from product_assignment where product = ?1")
                .setParameter(1, product)
                .executeUpdate();
    }

    /** Those who may be asked to see something through, by name. One statement. */
    List<AssignProduct.Person> editors() {
        return em.createQuery(
                        "select a.username, a.displayName from Account a where a.enabled = true and :role member of a.roles"
                                + " order by a.displayName, a.username",
                        Object[].class)
                .setParameter("role", Role.EDITOR)
                .setMaxResults(MOST)
                .getResultStream()
                .map(row -> new AssignProduct.Person((String) row[0], (String) row[1]))
                .toList();
    }
}
