package vn.loa.administration;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import vn.loa.common.Repository;

/** The tables of units that were checked and not carried out yet: one of each account, for a day. */
@Repository
public class WaitingUnits {
    @PersistenceContext
    private EntityManager em;

    /** A table. */
    record Table(String fileName, UnitDays days, byte[] content) {}

    /**
     * What is known of a table without reading it.
     *
     * @param mark by which it is told from others of the same account
     * @param days those with which it was checked
     */
    public record Checked(String mark, String fileName, UnitDays days, UnitReport report) {}

    /** Takes the place of what this account had sent before; what came before a moment is forgotten. */
    void keep(String account, Table table, UnitReport report, Instant now, Instant oldest) {
        em.createNativeQuery("delete from locality_import where made_at < ?1")
                .setParameter(1, Timestamp.from(oldest))
                .executeUpdate();
        em.createNativeQuery("insert into locality_import"
                        + " (account, made_at, file_name, units_from, former_from, former_until, content, report)"
                        + " values (?1, ?2, ?3, cast(?4 as date), cast(?5 as date), cast(?6 as date), ?7, ?8)"
                        + " on conflict (account) do update set made_at = excluded.made_at, file_name = excluded.file_name,"
                        + " units_from = excluded.units_from, former_from = excluded.former_from,"
                        + " former_until = excluded.former_until, content = excluded.content, report = excluded.report")
                .setParameter(1, account)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, table.fileName())
                .setParameter(4, table.days().unitsFrom().toString())
                .setParameter(5, table.days().formerFrom().toString())
                .setParameter(6, table.days().formerUntil().toString())
                .setParameter(7, table.content())
                .setParameter(8, report.toJson())
                .executeUpdate();
    }

    /** What waits of an account and is not older than a moment; not what a node kept that told nothing of it yet. One statement. */
    Optional<Checked> checked(String account, Instant oldest) {
        List<?> rows = em.createNativeQuery("select cast(extract(epoch from made_at) as text), file_name, report,"
                        + " units_from, former_from, former_until from locality_import"
                        + " where account = ?1 and made_at >= ?2 and report is not null")
                .setParameter(1, account)
                .setParameter(2, Timestamp.from(oldest))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row ->
                        new Checked((String) row[0], (String) row[1], days(row, 3), UnitReport.parse((String) row[2])))
                .findFirst();
    }

    /** The table itself, if it is still the one with this mark. */
    Optional<Table> table(String account, String mark, Instant oldest) {
        List<?> rows = em.createNativeQuery(
                        "select file_name, units_from, former_from, former_until, content from locality_import"
                                + " where account = ?1 and cast(extract(epoch from made_at) as text) = ?2 and made_at >= ?3")
                .setParameter(1, account)
                .setParameter(2, mark)
                .setParameter(3, Timestamp.from(oldest))
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Table((String) row[0], days(row, 1), (byte[]) row[4]))
                .findFirst();
    }

    private static UnitDays days(Object[] row, int first) {
        return new UnitDays(
                Objects.requireNonNull(Units.day(row[first])),
                Objects.requireNonNull(Units.day(row[first + 1])),
                Objects.requireNonNull(Units.day(row[first + 2])));
    }

    void forget(String account) {
        em.createNativeQuery("delete from locality_import where account = ?1")
                .setParameter(1, account)
                .executeUpdate();
    }
}
