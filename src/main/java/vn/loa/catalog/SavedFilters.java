package vn.loa.catalog;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The lists that people keep under names of their own. Each is read and changed by its owner alone. */
@Repository
class SavedFilters {
    private static final String OWNED = " from saved_filter f join account a on a.id = f.account where a.username = ?1";

    @PersistenceContext
    private EntityManager em;

    /** By name. One statement. */
    List<KeepFilter.Kept> of(String username) {
        List<?> rows = em.createNativeQuery("select f.id, f.name, f.query" + OWNED + " order by f.name, f.id")
                .setParameter(1, username)
                .getResultList();
        return rows.stream().map(row -> kept((Object[]) row)).toList();
    }

    Optional<KeepFilter.Kept> find(String username, long id) {
        List<?> rows = em.createNativeQuery("select f.id, f.name, f.query" + OWNED + " and f.id = ?2")
                .setParameter(1, username)
                .setParameter(2, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> kept((Object[]) row));
    }

    private static KeepFilter.Kept kept(Object[] row) {
        return new KeepFilter.Kept(((Number) row[0]).longValue(), (String) row[1], (String) row[2]);
    }

    /** How many they have under other names. */
    long others(String username, String name) {
        return ((Number) em.createNativeQuery("select count(*)" + OWNED + " and f.name <> ?2")
                        .setParameter(1, username)
                        .setParameter(2, name)
                        .getSingleResult())
                .longValue();
    }

    /** Under this name, in place of what they had under it. */
    void put(String username, String name, String query) {
        em.createNativeQuery("insert into saved_filter (account, name, query) select a.id, ?2, ?3 from account a"
                        + " where a.username = ?1 on conflict (account, name) do update set query = excluded.query")
                .setParameter(1, username)
                .setParameter(2, name)
                .setParameter(3, query)
                .executeUpdate();
    }

    void remove(long id) {
        em.createNativeQuery("delete from saved_filter where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
