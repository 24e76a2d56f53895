package vn.loa.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;

/**
 * Locks that have a name and no row, for what is not there yet. Each is held until the running transaction ends, by all nodes. Whoever takes several of a kind takes them in one call, in the order of their ids: two who took
 * them in orders of their own would wait for each other for ever.
 */
@Repository
public class NamedLocks {
    @PersistenceContext
    private EntityManager em;

    /** Waits until nobody else holds it. One statement. @param kind in words @param id of what there is one for each of */
    public void await(String kind, long id) {
        await(kind, List.of(id));
    }

    /** The same of several. One statement, or none for none. */
    public void await(String kind, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return;
        }
        var asked = Jsons.array();
        ids.forEach(asked::add);
        em.createNativeQuery(
                        "select cast(count(pg_advisory_xact_lock(hashtext(cast(?1 as text) || ' ' || each.id))) as int) from (select value as id"
                                + " from json_array_elements_text(cast(?2 as json)) as value order by cast(value as bigint)) each")
                .setParameter(1, kind)
                .setParameter(2, asked.build().toString())
                .getSingleResult();
    }

    /** The same of something of which there is one for all. One statement. */
    public void await(String name) {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtext(?1)) as text)")
                .setParameter(1, name)
                .getSingleResult();
    }
}
