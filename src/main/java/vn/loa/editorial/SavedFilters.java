package vn.loa.editorial;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import vn.loa.common.Repository;

/** The lists that people keep under names of their own. Each is read and changed by its owner alone. */
@Repository
class SavedFilters {
    private static final String OWNED =
            " from saved_filter f join account a on a.id = f.account where a.username = ?1 and f.list = ?2";

    @PersistenceContext
    private EntityManager em;

    /** By name. One statement. */
    List<KeepFilter.Kept> of(SubjectKind list, String username) {
        List<?> rows = em.createNativeQuery("select f.id, f.name, f.query" + OWNED + " order by f.name, f.id")
                .setParameter(1, username)
                .setParameter(2, list.code())
                .getResultList();
        return rows.stream().map(row -> kept((Object[]) row)).toList();
    }

    Optional<KeepFilter.Kept> find(SubjectKind list, String username, long id) {
        List<?> rows = em.createNativeQuery("select f.id, f.name, f.query" + OWNED + " and f.id = ?3")
                .setParameter(1, username)
                .setParameter(2, list.code())
                .setParameter(3, id)
                .getResultList();
        return rows.stream().findFirst().map(row -> kept((Object[]) row));
    }

    private static KeepFilter.Kept kept(Object[] row) {
        return new KeepFilter.Kept(((Number) row[0]).longValue(), (String) row[1], (String) row[2]);
    }

    /** How many they have under other names. */
    long others(SubjectKind list, String username, String name) {
        return ((Number) em.createNativeQuery("select count(*)" + OWNED + " and f.name <> ?3")
                        .setParameter(1, username)
                        .setParameter(2, list.code())
                        .setParameter(3, name)
                        .getSingleResult())
                .longValue();
    }

    /** Under this name, in place of what they had under it. */
    void put(SubjectKind list, String username, String name, String query) {
        em.createNativeQuery(
                        "insert into saved_filter (account, list, name, query) select a.id, ?2, ?3, ?4 from account a"
                                + " where a.username = ?1 on conflict (account, list, name) do update set query = excluded.query")
                .setParameter(1, username)
                .setParameter(2, list.code())
                .setParameter(3, name)
                .setParameter(4, query)
                .executeUpdate();
    }

    void remove(long id) {
        em.createNativeQuery("delete from saved_filter where id = ?1")
                .setParameter(1, id)
                .executeUpdate();
    }
}
