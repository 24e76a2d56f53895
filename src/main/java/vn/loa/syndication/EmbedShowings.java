package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.syndication.EmbedLog.Counted;

/** Which site has shown which embed on which day. */
@Repository
public class EmbedShowings {
    /** Different sites of one day: a province has a few hundred. Those beyond count together, without a name. */
    static final int MOST_ORIGINS = 1_000;

    /** Different embeds of one day, of works that there are and addresses that there are not: those beyond are not counted. */
    static final int MOST_ROWS = 20_000;

    private static final int KEPT_DAYS = 400;

    private static final String SINCE = " from embed_showing s where s.day >= cast(?1 as date)";

    @PersistenceContext
    private EntityManager em;

    /**
     * A site that shows embeds.
     *
     * @param origin empty for those beyond the bound
     * @param works how many different ones, lists among them
     * @param last day on which it showed one
     */
    public record Site(String origin, long times, long works, LocalDate last) {}

    /** What has become of a work that is shown. */
    public enum State {
        PUBLIC,
        WITHDRAWN,
        UNKNOWN
    }

    /**
     * An embed that a site shows.
     *
     * @param slug {@code danh-sach} for lists
     * @param title of a public work; without any text otherwise
     */
    public record Shown(String origin, String slug, Texts title, State state, long times, LocalDate last) {
        public boolean isList() {
            return slug.equals(LISTS);
        }
    }

    private static final String LISTS = "danh-sach";

    /** Adds counts, and forgets what is older than a little over a year. */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(List<Counted> counts) {
        for (var counted : counts) {
            em.createNativeQuery("""
                            insert into embed_showing as known (day, slug, origin, times)
                            select cast(?1 as date), ?2,
                                case when (select count(distinct origin) from embed_showing where day = cast(?1 as date)) < ?5
                                       or exists (select 1 from embed_showing where origin = ?3 and day between cast(?1 as date) - 30 and cast(?1 as date))
                                     then ?3 else '' end, ?4
                            where (select count(*) from embed_showing where day = cast(?1 as date)) < ?6
                               or exists (select 1 from embed_showing where day = cast(?1 as date) and slug = ?2 and origin in (?3, ''))
                            on conflict (day, slug, origin) do update set times = known.times + excluded.times""")
                    .setParameter(1, counted.what().day().toString())
                    .setParameter(2, counted.what().slug())
                    .setParameter(3, counted.what().origin())
                    .setParameter(4, counted.times())
                    .setParameter(5, MOST_ORIGINS)
                    .setParameter(6, MOST_ROWS)
                    .executeUpdate();
        }
        em.createNativeQuery("delete from embed_showing where day < cast(?1 as date)")
                .setParameter(1, counts.get(0).what().day().minusDays(KEPT_DAYS).toString())
                .executeUpdate();
    }

    /** Sites by how much they have shown since a day. Two statements. */
    @Transactional
    public Page<Site> sites(LocalDate since, int page, int size) {
        var total = since(em.createNativeQuery("select count(distinct s.origin)" + SINCE), since)
                .getSingleResult();
        List<?> rows = since(
                        em.createNativeQuery(
                                "select s.origin, sum(s.times), count(distinct s.slug), cast(max(s.day) as text)"
                                        + SINCE + " group by s.origin order by 2 desc, 1"),
                        since)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        var sites = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Site((String) row[0], number(row[1]), number(row[2]), LocalDate.parse((String) row[3])))
                .toList();
        return new Page<>(sites, number(total), page, size);
    }

    /** What one site has shown since a day, the most first. One statement. */
    @Transactional
    public List<Shown> of(String origin, LocalDate since, int atMost) {
        return shown(" and s.origin = ?2", "", origin, since, atMost);
    }

    /** What sites have shown since a day that is not public any more, or is no work at all. One statement. */
    @Transactional
    public List<Shown> dead(LocalDate since, int atMost) {
        return shown(
                " and s.slug <> '" + LISTS + "'",
                " having not bool_or(coalesce(p.online, false))",
                null,
                since,
                atMost);
    }

    private List<Shown> shown(String where, String having, @Nullable String origin, LocalDate since, int atMost) {
        var query = em.createNativeQuery(
                "select s.origin, s.slug, cast(min(cast(r.title as text)) as text), bool_or(p.id is not null), bool_or(coalesce(p.online, false)),"
                        + " sum(s.times), cast(max(s.day) as text)"
                        + SINCE.replace(
                                "embed_showing s",
                                "embed_showing s left join product p on p.slug = s.slug and p.published_at is not null"
                                        + " left join product_revision r on r.id = p.published_revision")
                        + where + " group by s.origin, s.slug" + having + " order by 6 desc, 1, 2");
        if (origin != null) {
            query.setParameter(2, origin);
        }
        List<?> rows = since(query, since).setMaxResults(atMost).getResultList();
        return rows.stream().map(row -> shown((Object[]) row)).toList();
    }

    private static Shown shown(Object[] row) {
        var slug = (String) row[1];
        var online = (Boolean) row[4] || slug.equals(LISTS);
        var state = online ? State.PUBLIC : (Boolean) row[3] ? State.WITHDRAWN : State.UNKNOWN;
        // A title may name the person who does not want to be shown.
        var title = row[2] == null || state != State.PUBLIC ? Texts.none() : Texts.parse((String) row[2]);
        return new Shown((String) row[0], slug, title, state, number(row[5]), LocalDate.parse((String) row[6]));
    }

    private static Query since(Query query, LocalDate day) {
        return query.setParameter(1, day.toString());
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
