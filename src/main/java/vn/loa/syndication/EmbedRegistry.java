package vn.loa.syndication;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.Page;
import vn.loa.common.Repository;
import vn.loa.common.Texts;

/** What was written down of which sites show which embeds, as people ask for it. */
@Repository
@Transactional
public class EmbedRegistry {
    /** What never was public has no revision to join. */
    private static final String FROM = " from embed_showing s"
            + " left join product p on p.slug = s.slug and p.published_at is not null"
            + " left join product_revision r on r.id = p.published_revision where ";

    private static final String OF_WORK = "cast(min(cast(r.title as text)) as text), bool_or(p.id is not null),"
            + " bool_or(coalesce(p.online, false)), sum(s.times), sum(s.in_vain), cast(max(s.day) as text)";

    private static final String IS_LIST = "split_part(s.slug, '/', 1) = '" + EmbedShowings.LISTS + "'";

    /** Whether its frames are empty now, and have been asked for since they are. */
    private static final String IS_DEAD = "(not bool_or(coalesce(p.online, false)) and not (" + IS_LIST
            + ") and (sum(s.in_vain) > 0 or not bool_or(p.id is not null)))";

    @PersistenceContext
    private EntityManager em;

    /** Which sites count. */
    public enum Sites {
        ALL,
        /** Those that nobody has hidden. */
        USUAL,
        HIDDEN
    }

    /**
     * What of it somebody looks at; what is empty narrows nothing.
     *
     * @param since the first day that counts
     * @param origin of one site
     * @param slug of one embed
     * @param words that stand in the name of the site, or in the title of the work
     */
    public record Choice(LocalDate since, Sites sites, String origin, String slug, String words) {
        public static Choice since(LocalDate day) {
            return new Choice(day, Sites.USUAL, "", "", "");
        }

        public Choice of(Sites which) {
            return new Choice(since, which, origin, slug, words);
        }

        Choice from(LocalDate day) {
            return new Choice(day, sites, origin, slug, words);
        }
    }

    /**
     * A site that shows embeds.
     *
     * @param origin empty for those beyond the bound of a day
     * @param works how many different ones, lists among them
     * @param inVain how many of the times there was nothing to show
     * @param last day on which it showed one
     */
    public record Site(String origin, long times, long inVain, long works, LocalDate last) {}

    /** What has become of what is shown. */
    public enum State {
        PUBLIC,
        WITHDRAWN,
        /** It never was of a work that the public had. */
        UNKNOWN
    }

    /**
     * An embed, or what somebody took for one.
     *
     * @param slug of lists as {@link EmbedShowings#LISTS} has it
     * @param title without any text for lists and for what never was public; of a withdrawn work it may name the person who does not want to be shown
     */
    public record Work(String slug, Texts title, State state) {
        public boolean isList() {
            return slug.equals(EmbedShowings.LISTS) || slug.startsWith(EmbedShowings.LISTS + "/");
        }
    }

    /** An embed that a site shows. @param inVain how many of the times there was nothing to show */
    public record Shown(String origin, Work work, long times, long inVain, LocalDate last) {
        /** Whether its visitors see a frame without anything in it. */
        public boolean isDead() {
            return work.state() == State.UNKNOWN || work.state() == State.WITHDRAWN && inVain > 0;
        }
    }

    /** On how many sites an embed is shown. */
    public record Spread(Work work, long times, long inVain, long sites, LocalDate last) {}

    /** @param monday on which it began */
    public record Week(LocalDate monday, long times, long inVain) {}

    /** What one site showed of one embed on one day. */
    public record Day(LocalDate day, Shown shown) {}

    /** Sites by how much they have shown. One statement, two beyond the end. */
    public Page<Site> sites(Choice choice, int page, int size) {
        return paged(
                "s.origin, sum(s.times), sum(s.in_vain), count(distinct s.slug), cast(max(s.day) as text)",
                "s.origin",
                "",
                "2 desc, 1",
                choice,
                page,
                size,
                row -> new Site((String) row[0], number(row[1]), number(row[2]), number(row[3]), day(row[4])));
    }

    /** Embeds by how often they are shown. One statement, two beyond the end. */
    public Page<Spread> works(Choice choice, int page, int size) {
        return paged(
                "s.slug, " + OF_WORK + ", count(distinct s.origin)",
                "s.slug",
                "",
                "5 desc, 1",
                choice,
                page,
                size,
                row -> new Spread(
                        work(row[0], row[1], row[2], row[3]),
                        number(row[4]),
                        number(row[5]),
                        number(row[7]),
                        day(row[6])));
    }

    /** What is shown and where: those without anything in them first, then by how often. One statement, two beyond the end. */
    public Page<Shown> shown(Choice choice, int page, int size) {
        return shown(choice, "", page, size);
    }

    /** Frames that have nothing in them any more, or never had. One statement, two beyond the end. */
    public Page<Shown> dead(Choice choice, int page, int size) {
        return shown(choice, " having " + IS_DEAD, page, size);
    }

    private Page<Shown> shown(Choice choice, String having, int page, int size) {
        return paged(
                "s.origin, s.slug, " + OF_WORK,
                "s.origin, s.slug",
                having,
                IS_DEAD + " desc, 6 desc, 1, 2",
                choice,
                page,
                size,
                EmbedRegistry::shown);
    }

    private <T> Page<T> paged(
            String columns,
            String groups,
            String having,
            String order,
            Choice choice,
            int page,
            int size,
            Function<Object[], T> read) {
        var values = new ArrayList<Object>();
        var grouped = FROM + where(choice, values) + " group by " + groups + having;
        List<?> rows = bound("select " + columns + ", count(*) over ()" + grouped + " order by " + order, values)
                .setFirstResult(Math.multiplyExact(page - 1, size))
                .setMaxResults(size)
                .getResultList();
        var total = rows.stream()
                .map(Object[].class::cast)
                .map(row -> row[row.length - 1])
                .findFirst()
                .orElseGet(() -> page == 1
                        ? 0
                        : bound("select count(*) from (select 1" + grouped + ") g", values)
                                .getSingleResult());
        return new Page<>(rows.stream().map(row -> read.apply((Object[]) row)).toList(), number(total), page, size);
    }

    /** The weeks up to a day, the newest first, also those in which nothing was shown. One statement. */
    public List<Week> weeks(Choice choice, LocalDate today, int many) {
        var last = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var values = new ArrayList<Object>();
        var where = where(choice.from(last.minusWeeks(many - 1L)), values);
        List<?> rows = bound(
                        "select cast(cast(date_trunc('week', s.day) as date) as text), sum(s.times), sum(s.in_vain)"
                                + FROM + where + " group by 1",
                        values)
                .getResultList();
        Map<LocalDate, Week> found = rows.stream()
                .map(row -> (Object[]) row)
                .map(row -> new Week(day(row[0]), number(row[1]), number(row[2])))
                .collect(Collectors.toMap(Week::monday, week -> week));
        return Stream.iterate(last, monday -> monday.minusWeeks(1))
                .limit(many)
                .map(monday -> found.getOrDefault(monday, new Week(monday, 0, 0)))
                .toList();
    }

    /** What was written down, day by day, the newest first. One statement. @param last the one behind which it goes on; null from the first */
    public List<Day> days(Choice choice, @Nullable Day last, int atMost) {
        var values = new ArrayList<Object>();
        var sql = "select s.origin, s.slug, " + OF_WORK + FROM + where(choice, values)
                + (last == null ? "" : behind(last, values))
                + " group by s.day, s.origin, s.slug order by s.day desc, s.origin, s.slug";
        List<?> rows = bound(sql, values).setMaxResults(atMost).getResultList();
        return rows.stream()
                .map(row -> shown((Object[]) row))
                .map(shown -> new Day(shown.last(), shown))
                .toList();
    }

    private static String behind(Day last, List<Object> values) {
        var day = "cast(" + value(last.day().toString(), values) + " as date)";
        var rest = "(s.origin, s.slug) > (" + value(last.shown().origin(), values) + ", "
                + value(last.shown().work().slug(), values) + ")";
        return " and s.day <= " + day + " and (s.day < " + day + " or " + rest + ")";
    }

    private static Shown shown(Object[] row) {
        return new Shown(
                (String) row[0], work(row[1], row[2], row[3], row[4]), number(row[5]), number(row[6]), day(row[7]));
    }

    private static Work work(Object slug, @Nullable Object title, Object was, Object online) {
        var bare = new Work((String) slug, Texts.none(), State.PUBLIC);
        if (bare.isList()) {
            return bare;
        }
        var state = (Boolean) online ? State.PUBLIC : (Boolean) was ? State.WITHDRAWN : State.UNKNOWN;
        return new Work(bare.slug(), title == null ? Texts.none() : Texts.parse((String) title), state);
    }

    private static String where(Choice choice, List<Object> values) {
        var parts = new ArrayList<String>();
        parts.add("s.day >= cast(" + value(choice.since().toString(), values) + " as date)");
        if (choice.sites() != Sites.ALL) {
            parts.add((choice.sites() == Sites.USUAL ? "not " : "")
                    + "exists (select 1 from embed_hidden_site h where h.origin = s.origin)");
        }
        if (!choice.origin().isEmpty()) {
            parts.add("s.origin = " + value(choice.origin(), values));
        }
        if (!choice.slug().isEmpty()) {
            parts.add("s.slug = " + value(choice.slug(), values));
        }
        if (!choice.words().isBlank()) {
            parts.add(words(choice.words(), values));
        }
        return String.join(" and ", parts);
    }

    /** Found in the name of the site as it stands, or word by word in the title of the work, whose words may lack their marks. */
    private static String words(String words, List<Object> values) {
        var text = "cast(" + value(words.strip(), values) + " as text)";
        var folded = "folded_titles(cast(json_build_object('q', " + text + ") as text))";
        return "(position(lower(" + text + ") in s.origin) > 0 or (select " + folded
                + ") <> '' and (coalesce(r.folded_titles, '') || '|' || replace(s.slug, '-', ' '))"
                + " like all (array(select '%' || word || '%' from string_to_table(" + folded + ", ' ') as word)))";
    }

    private static String value(Object value, List<Object> values) {
        values.add(value);
        return "?" + values.size();
    }

    private Query bound(String sql, List<Object> values) {
        var query = em.createNativeQuery(sql);
        for (var i = 0; i < values.size(); i++) {
            query.setParameter(i + 1, values.get(i));
        }
        return query;
    }

    private static LocalDate day(Object value) {
        return LocalDate.parse((String) value);
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
