package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.loa.common.Repository;

/** What the codes of topics, audiences and genres used to be. What has taken the place of a code has that place itself: there are no chains. */
@Repository
public class FormerCodes {
    public static final String TOPIC = "topic";
    public static final String AUDIENCE = "audience";
    public static final String GENRE = "genre";

    @PersistenceContext
    private EntityManager em;

    /** What has taken the place of a code; empty when it never was one, or still is. One statement. */
    public Optional<String> now(String kind, String code) {
        List<?> found = em.createNativeQuery("select becomes from former_code where kind = ?1 and code = ?2")
                .setParameter(1, kind)
                .setParameter(2, code)
                .getResultList();
        return found.stream().map(String::valueOf).findFirst();
    }

    /** The code by which what somebody asks for is known today: what has taken its place, else the code itself. One statement, and none for an empty one. */
    public String present(String kind, String code) {
        return code.isEmpty() ? code : now(kind, code).orElse(code);
    }

    /** All former codes of a kind with what has taken their places. One statement. */
    public Map<String, String> all(String kind) {
        List<?> rows = em.createNativeQuery("select code, becomes from former_code where kind = ?1 order by code")
                .setParameter(1, kind)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).collect(Collectors.toMap(row -> (String) row[0], row ->
                (String) row[1]));
    }

    /** Records that a code has another in its place from now on; so has all that it had taken the place of. */
    public void became(String kind, String code, String now) {
        em.createNativeQuery("delete from former_code where kind = ?1 and code = ?2")
                .setParameter(1, kind)
                .setParameter(2, now)
                .executeUpdate();
        em.createNativeQuery("update former_code set becomes = ?3 where kind = ?1 and becomes = ?2")
                .setParameter(1, kind)
                .setParameter(2, code)
                .setParameter(3, now)
                .executeUpdate();
        em.createNativeQuery("insert into former_code (kind, code, becomes) values (?1, ?2, ?3)")
                .setParameter(1, kind)
                .setParameter(2, code)
                .setParameter(3, now)
                .executeUpdate();
    }

    /** Forgets what a code had taken the place of, since it is gone itself. */
    public void forget(String kind, String code) {
        em.createNativeQuery("delete from former_code where kind = ?1 and becomes = ?2")
                .setParameter(1, kind)
                .setParameter(2, code)
                .executeUpdate();
    }
}
