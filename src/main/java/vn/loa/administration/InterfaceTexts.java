package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.loa.common.Repository;

/** What translators have written for the pages. */
@Repository
public class InterfaceTexts {
    @PersistenceContext
    private EntityManager em;

    /** All of it, by language and key. One statement. */
    Map<String, Map<String, String>> all() {
        List<?> rows = em.createNativeQuery("select language, key, text from interface_text")
                .getResultList();
        var all = new HashMap<String, Map<String, String>>();
        rows.stream()
                .map(row -> (Object[]) row)
                .forEach(row -> all.computeIfAbsent((String) row[0], none -> new HashMap<>())
                        .put((String) row[1], (String) row[2]));
        return all;
    }

    /**
     * Writes a text, or takes it away, unless somebody has changed it meanwhile.
     *
     * @param before what stands there; empty when nothing does
     * @param text empty to take it away
     * @return false when something else stands there
     */
    boolean write(String language, String key, String before, String text, String by, Instant now) {
        if (text.isEmpty()) {
            return em.createNativeQuery("delete from interface_text where language = ?1 and key = ?2 and text = ?3")
                            .setParameter(1, language)
                            .setParameter(2, key)
                            .setParameter(3, before)
                            .executeUpdate()
                    == 1;
        }
        var sql = before.isEmpty()
                ? "insert into interface_text (language, key, text, changed_by, changed_at)"
                        + " values (?1, ?2, ?3, ?4, ?5) on conflict (language, key) do nothing"
                : "update interface_text set text = ?3, changed_by = ?4, changed_at = ?5"
                        + " where language = ?1 and key = ?2 and text = ?6";
        var query = em.createNativeQuery(sql)
                .setParameter(1, language)
                .setParameter(2, key)
                .setParameter(3, text)
                .setParameter(4, by)
                .setParameter(5, Timestamp.from(now));
        return (before.isEmpty() ? query : query.setParameter(6, before)).executeUpdate() == 1;
    }
}
