package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import vn.loa.common.Jsons;
import vn.loa.common.Repository;
import vn.loa.syndication.EmbedLog.Counted;

/** Writes down which site has shown which embed on which day; what is read of it is {@link EmbedRegistry}. */
@Repository
public class EmbedShowings {
    /** What stands for a list; what narrows it follows as a query does: {@code danh-sach/chu-de=y-te}. */
    public static final String LISTS = "danh-sach";

    /** Different sites of one day: a province has a few hundred. Those beyond count together, without a name. */
    static final int MOST_ORIGINS = 1_000;

    /** Different embeds on different sites of one day: those beyond are not counted. */
    static final int MOST_ROWS = 20_000;

    /** Of those, lists that are narrowed and addresses that never were of a work, of which anybody can make up any number. */
    static final int MOST_LOOSE = 2_000;

    private static final int KEPT_DAYS = 400;

    @PersistenceContext
    private EntityManager em;

    /**
     * Adds what was counted, and forgets what is older than a little over a year. Two statements. Beyond the bounds sites lose their names, narrowed lists
     * count as lists, and addresses that never were of a work are left out.
     *
     * @param counts in the order in which sites came: where a bound is reached, the later ones are beyond it
     */
    @Transactional(TxType.REQUIRES_NEW)
    public void add(List<Counted> counts) {
        // Written in one order, so that two nodes wait for each other and never in a circle.
        em.createNativeQuery("""
                        with counted as (
                            select c.*, p.slug is null and c.slug <> ?2 as loose,
                                case when split_part(c.slug, '/', 1) = ?2 or coalesce(p.online, false) then 0 else c.times end as in_vain
                            from jsonb_to_recordset(cast(?1 as jsonb)) as c(n int, day date, slug text, origin text, times bigint)
                            left join product p on p.slug = c.slug and p.published_at is not null),
                        sites as (
                            select c.*, min(n) over (partition by day, origin) as first, exists (select 1 from embed_showing s
                                where s.origin = c.origin and s.day between c.day - 30 and c.day) as seen
                            from counted c),
                        days as (
                            select day, count(*) as total, count(*) filter (where loose) as loose, count(distinct origin) as named
                            from embed_showing where day in (select day from counted) group by day),
                        named as (
                            select sites.*, seen or coalesce(days.named, 0)
                                + dense_rank() over (partition by sites.day, seen order by first) <= ?3 as by_name
                            from sites left join days on days.day = sites.day),
                        together as (
                            select day, slug, loose, case when by_name then origin else '' end as origin, sum(times) as times,
                                sum(in_vain) as in_vain, min(n) as n
                            from named group by 1, 2, 3, 4),
                        fitted as (
                            select t.*, not t.loose or s.day is not null or coalesce(days.loose, 0)
                                + row_number() over (partition by t.day, t.loose, s.day is not null order by n) <= ?5 as fits
                            from together t left join days on days.day = t.day
                            left join embed_showing s on s.day = t.day and s.slug = t.slug and s.origin = t.origin),
                        summed as (
                            select day, case when fits then slug else ?2 end as slug, origin, fits and loose as loose, sum(times) as times,
                                sum(in_vain) as in_vain, min(n) as n
                            from fitted where fits or split_part(slug, '/', 1) = ?2 group by 1, 2, 3, 4),
                        placed as (
                            select summed.*, s.day is not null as there, coalesce(days.total, 0)
                                + row_number() over (partition by summed.day, s.day is not null order by n) as place
                            from summed left join days on days.day = summed.day
                            left join embed_showing s on s.day = summed.day and s.slug = summed.slug and s.origin = summed.origin)
                        insert into embed_showing as known (day, slug, origin, times, in_vain, loose)
                        select day, slug, origin, times, in_vain, loose from placed where there or place <= ?4
                        order by day, slug, origin
                        on conflict (day, slug, origin) do update
                            set times = known.times + excluded.times, in_vain = known.in_vain + excluded.in_vain""")
                .setParameter(1, json(counts))
                .setParameter(2, LISTS)
                .setParameter(3, MOST_ORIGINS)
                .setParameter(4, MOST_ROWS)
                .setParameter(5, MOST_LOOSE)
                .executeUpdate();
        em.createNativeQuery("delete from embed_showing where day < cast(?1 as date)")
                .setParameter(1, counts.get(0).what().day().minusDays(KEPT_DAYS).toString())
                .executeUpdate();
    }

    /** Within the transaction of who asks. @return how many sites that changes */
    int hide(String origin, Instant now, String by) {
        return em.createNativeQuery("insert into embed_hidden_site (origin, hidden_at, hidden_by) values (?1, ?2, ?3)"
                        + " on conflict (origin) do nothing")
                .setParameter(1, origin)
                .setParameter(2, Timestamp.from(now))
                .setParameter(3, by)
                .executeUpdate();
    }

    /** Within the transaction of who asks. @return how many sites that changes */
    int show(String origin) {
        return em.createNativeQuery("delete from embed_hidden_site where origin = ?1")
                .setParameter(1, origin)
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
}
