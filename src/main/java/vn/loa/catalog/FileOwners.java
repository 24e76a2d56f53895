package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import vn.loa.accounts.Actor;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/** Which products the files are of that tracks were made of. */
@Repository
public class FileOwners {
    @PersistenceContext
    private EntityManager em;

    /** What a file is of. @param kind code of the track's @param language its code */
    public record Owner(String slug, Texts title, String kind, String language) {}

    /**
     * By id of the asset; what is of no product is missing, and of several one is named. One statement, and none for none.
     *
     * @throws vn.loa.accounts.NotPermitted when it is not theirs to see what is not public
     */
    public Map<Long, Owner> of(Collection<Long> assets, Actor by) {
        ProductPolicy.requireStaff(by);
        var found = new HashMap<Long, Owner>();
        if (!assets.isEmpty()) {
            em.createQuery(
                            "select t.asset.id, p.slug, r.title, t.kind, t.language from Track t join t.product p"
                                    + " join p.current r where t.asset.id in :assets order by t.id",
                            Object[].class)
                    .setParameter("assets", assets)
                    .getResultStream()
                    .forEach(row -> found.put(
                            (Long) row[0],
                            new Owner((String) row[1], (Texts) row[2], ((TrackKind) row[3]).code(), (String) row[4])));
        }
        return found;
    }
}
