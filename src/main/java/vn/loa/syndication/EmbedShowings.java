package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Jsons;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Texts;
import vn.loa.syndication.EmbedLog.Counted;

/** Which site has shown which embed on which day. */
@Repository
public class EmbedShowings {
    /** Different sites of one day: a province has a few hundred. Those beyond count together, without a name. */
    static final int MOST_ORIGINS = 1_000;

    /** Different embeds on different sites of one day: those beyond are not counted. */
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

    /**
     * Adds what was counted of lists and of works that have ever been public, and forgets what is older than a little over a year. Two statements.
     *
     * @param counts in the order in which sites came: where a bound is reached, the later ones are beyond it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(List<Counted> counts) {
        // Written in one order, so that two nodes wait for each other and never in a circle.
        em.createNativeQuery("""
                        with counted as (
                            select c.* from jsonb_to_recordset(cast(?1 as jsonb)) as c(n int, day date, slug text, origin text, times bigint)
                            where c.slug = ?2 or exists (select 1 from product p where p.slug = c.slug and p.published_at is not null)),
                        sites as (
                            select c.*, min(n) over (partition by day, origin) as first, exists (select 1 from embed_showing s
                                where s.origin = c.origin and s.day between c.day - 30 and c.day) as seen
                            from counted c),
                        days as (
                            select day, count(*) as total, count(distinct origin) as named from embed_showing
                            where day in (select day from counted) group by day),
                        named as (
                            select sites.*, seen or coalesce(days.named, 0)
                                + dense_rank() over (partition by sites.day, seen order by first) <= ?3 as by_name
                            from sites left join days on days.day = sites.day),
                        summed as (
                            select day, slug, case when by_name then origin else '' end as origin, sum(times) as times, min(n) as n
                            from named group by 1, 2, 3),
                        placed as (
                            select summed.*, s.day is not null as there, coalesce(days.total, 0)
                                + row_number() over (partition by summed.day, s.day is not null order by n) as place
                            from summed left join days on days.day = summed.day
                            left join embed_showing s on s.day = summed.day and s.slug = summed.slug and s.origin = summed.origin)
                        insert into embed_showing as known (day, slug, origin, times)
                        select day, slug, origin, times from placed where there or place <= ?4
                        order by day, slug, origin
                        on conflict (day, slug, origin) do update set times = known.times + excluded.times""")
                .setParameter(1, json(counts))
                .setParameter(2, LISTS)
                .setParameter(3, MOST_ORIGINS)
                .setParameter(4, MOST_ROWS)
                .executeUpdate();
        em.createNativeQuery("delete from embed_showing where day < cast(?1 as date)")
                .setParameter(1, counts.get(0).what().day().minusDays(KEPT_DAYS).toString())
                .executeUpdate();
    }

    private static String json(List<Counted> counts) {
        var all = Jsons.array();
        for (var n = 0; n < counts.size(); n++) {
            var what = counts.get(n).what();
            all.add(Jsons.object()
                    .add("n", n)
                    .add("day", what.day().toString())
                    .add("slug", what.slug())
                    .add("origin", what.origin())
                    .add("times", counts.get(n).times()));
        }
        return all.build().toString();
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

    /** Of a row of origin, slug, title, whether it was ever published, whether it is public, times, last day. */
    static Shown shown(Object[] row) {
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
