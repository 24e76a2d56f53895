package vn.loa.taxonomy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Reading;
import vn.loa.common.Repository;

/** What stays of topics, audiences and genres whatever their codes become: for names that never change. */
@Repository
@Transactional
@Reading
public class Marks {
    @PersistenceContext
    private EntityManager em;

    /** The marks of all of one kind, by their codes and by those they had. One statement. @param kind as {@link FormerCodes} calls it */
    public Map<String, String> of(String kind) {
        var table = switch (kind) {
            case FormerCodes.TOPIC, FormerCodes.AUDIENCE, FormerCodes.GENRE -> kind;
            default -> throw new IllegalArgumentException("There are no codes of " + kind);
        };
        List<?> rows = em.createNativeQuery("select code, cast(mark as text) from " + table
                        + " union all select f.code, cast(t.mark as text) from former_code f join " + table
                        + " t on t.code = f.becomes where f.kind = ?1")
                .setParameter(1, kind)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1], (now, former) -> now));
    }
}
