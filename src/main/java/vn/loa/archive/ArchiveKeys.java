package vn.loa.archive;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;

/**
 * Which products lines are about: those that their keys have become, or those at the addresses that follow an @, as exports name products that the same person has not brought in. A key is that of the account whose sheet
 * it stands in: others may number their lines alike, and touch nothing of it.
 */
@Repository
@Transactional
public class ArchiveKeys {
    private static final String BY_ADDRESS = "@";

    /** Rows of one column {@code name} of the JSON array that is the parameter. */
    private static final String NAMES = "(select json_array_elements_text(cast(?1 as json)) as name) as wanted";

    @PersistenceContext
    private EntityManager em;

    /** Whether it names a product by its address: such a key stands for no other product, and for none that is to be made. */
    static boolean isAddress(String key) {
        return key.startsWith(BY_ADDRESS);
    }

    /** A key that names the product at this address. */
    static String ofAddress(String slug) {
        return BY_ADDRESS + slug;
    }

    /** Address of the product; empty when the line is about a new one. @param owner name of the account whose sheet it is */
    Optional<String> product(String owner, String key) {
        return Optional.ofNullable(products(owner, List.of(key)).get(key));
    }

    /** The same of several, by key; those that are about new ones are missing. Two statements at most. */
    Map<String, String> products(String owner, Collection<String> keys) {
        var found = new HashMap<String, String>();
        var own = keys.stream().filter(Predicate.not(ArchiveKeys::isAddress)).toList();
        if (!own.isEmpty()) {
            rows(
                    "select k.line_key, p.slug from archive_key k join product p on p.id = k.product join " + NAMES
                            + " on wanted.name = k.line_key where k.owner = ?2",
                    own,
                    owner,
                    found);
        }
        var addresses = keys.stream()
                .filter(ArchiveKeys::isAddress)
                .map(key -> key.substring(BY_ADDRESS.length()))
                .toList();
        if (!addresses.isEmpty()) {
            var there = new HashMap<String, String>();
            rows(
                    "select p.slug, wanted.name from product p join " + NAMES + " on wanted.name = p.slug",
                    addresses,
                    "",
                    there);
            there.keySet().forEach(slug -> found.put(ofAddress(slug), slug));
        }
        return found;
    }

    private void rows(String sql, Collection<String> names, String owner, Map<String, String> found) {
        var query = em.createNativeQuery(sql)
                .setParameter(1, Jsons.array(names).build().toString());
        if (sql.contains("?2")) {
            query.setParameter(2, owner);
        }
        for (var row : (List<?>) query.getResultList()) {
            found.put((String) ((Object[]) row)[0], (String) ((Object[]) row)[1]);
        }
    }

    /** Nobody else makes or finds the product of this key before this transaction ends. */
    void claim(String owner, String key) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 185)) as text)")
                .setParameter(1, isAddress(key) ? key : owner + " " + key)
                .getSingleResult();
    }

    /** Lines of this key are about this product from now on. @throws IllegalStateException when they are about another one: then two have been made of one */
    void bind(String owner, String key, String product) {
        em.createNativeQuery("insert into archive_key (owner, line_key, product) select ?1, ?2, id from product"
                        + " where slug = ?3 on conflict do nothing")
                .setParameter(1, owner)
                .setParameter(2, key)
                .setParameter(3, product)
                .executeUpdate();
        if (!product(owner, key).equals(Optional.of(product))) {
            throw new IllegalStateException("Lines of the key " + key + " are not about " + product);
        }
    }

    /** The keys by which an account has brought products in; those that it has not have none. */
    Map<String, String> keys(String owner, List<String> products) {
        var keys = new LinkedHashMap<String, String>();
        if (!products.isEmpty()) {
            rows(
                    "select p.slug, min(k.line_key) from archive_key k join product p on p.id = k.product join " + NAMES
                            + " on wanted.name = p.slug where k.owner = ?2 group by p.slug",
                    products,
                    owner,
                    keys);
        }
        return keys;
    }
}
