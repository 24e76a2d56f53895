package vn.loa.programmes.log;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.loa.common.Repository;
import vn.loa.programmes.log.MonthReport.Filed;

/** Which months of which communes are filed. Within the transaction of who asks. */
@Repository
public class ReportFilings {
    @PersistenceContext
    private EntityManager em;

    /** Those of a commune among these months. One statement. @param place id of the commune */
    Map<YearMonth, Filed> of(long place, Collection<YearMonth> months) {
        List<?> rows = em.createNativeQuery(
                        "select cast(month as text), cast(extract(epoch from filed_at) as bigint), filed_by"
                                + " from report_filing where locality = ?1 and cast(month as text) = any (string_to_array(?2, ' '))")
                .setParameter(1, place)
                .setParameter(
                        2,
                        months.stream().map(month -> month.atDay(1).toString()).collect(Collectors.joining(" ")))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> YearMonth.from(LocalDate.parse((String) row[0])),
                        row -> new Filed(Instant.ofEpochSecond(((Number) row[1]).longValue()), (String) row[2])));
    }

    /** @return whether it was not filed yet */
    boolean add(long place, YearMonth month, String by, Instant now) {
        return em.createNativeQuery("insert into report_filing (locality, month, filed_at, filed_by)"
                                + " values (?1, cast(?2 as date), ?3, ?4) on conflict do nothing")
                        .setParameter(1, place)
                        .setParameter(2, month.atDay(1).toString())
                        .setParameter(3, Timestamp.from(now))
                        .setParameter(4, by)
                        .executeUpdate()
                == 1;
    }

    /** @return whether it was filed */
    boolean remove(long place, YearMonth month) {
        return em.createNativeQuery("delete from report_filing where locality = ?1 and month = cast(?2 as date)")
                        .setParameter(1, place)
                        .setParameter(2, month.atDay(1).toString())
                        .executeUpdate()
                == 1;
    }
}
