package vn.loa.bench;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/**
 * What it costs to plan next week by rule for all communes of a province at once, with two thousand works that stations can play. Comes late, because what it
 * makes stays.
 */
@UsesPortal
@Order(80)
class ProgrammePlanningBench {
    private static final int COMMUNES = 200;
    private static final int WORKS = 2_000;
    private static final double MILLIS = 1000;

    /** Nine slots a day but for three days with eight: 60 a week, of a quarter of an hour to half an hour. */
    private static final String STATIONS = """
            insert into locality (code, name, kind, label, level, parent, valid_from)
              select '9' || lpad(n::text, 4, '0'), 'Đo ' || n, 'Xã', '{"vi": "Xã Đo ' || n || '"}', 'commune',
                (select id from locality where code = '04' and valid_to is null), date '2025-07-01' from generate_series(1, %d) n;
            insert into station (locality, settings)
              select l.id, json_build_object('slots', (
                  select json_agg(json_build_object('day', day, 'begins', lpad((5 + 2 * slot)::text, 2, '0') || ':00',
                      'ends', lpad((5 + 2 * slot)::text, 2, '0') || ':' || (array['15', '20', '30'])[1 + slot %% 3]))
                  from generate_series(1, 7) day, generate_series(0, 8) slot where not (slot = 8 and day > 4)),
                'holidays', json_build_array(), 'genres', json_build_array('tieu-pham'), 'onlyThese', false,
                'order', 'longest-unheard', 'repeatDays', 7, 'shares', json_build_array(
                  json_build_object('language', 'vi', 'percent', 40), json_build_object('language', 'hmn', 'percent', 40),
                  json_build_object('language', 'tyz', 'percent', 20)))::text
              from locality l where l.code like '9____' and l.name like 'Đo %%'""";

    /** Each with lengths of its own, from one minute to ten. */
    private static final String LENGTHS = """
            begin;
            create temp table made on commit drop as select t.id track, t.asset, row_number() over (order by t.id) n
              from track t join product p on p.id = t.product where p.slug like 'generated-%' and t.kind = 'audio';
            create temp table copied (asset bigint, n bigint) on commit drop;
            with fresh as (insert into media_asset (kind, original_name, master, state, created_at, duration_millis)
                select a.kind, 'do-' || m.n, a.master, a.state, a.created_at, 60000 + (m.n * 7919) % 540000
                from made m join media_asset a on a.id = m.asset returning id, original_name)
              insert into copied select id, substr(original_name, 4)::bigint from fresh;
            insert into rendition (asset, profile, blob, content_type, bytes, duration_millis)
              select c.asset, r.profile, r.blob, r.content_type, r.bytes, 60000 + (m.n * 7919) % 540000
              from copied c join made m on m.n = c.n join rendition r on r.asset = m.asset and r.profile = 'station';
            update track t set asset = c.asset from made m join copied c on c.n = m.n where t.id = m.track;
            commit;
            analyze""";

    @Test
    void aProvinceIsPlanned(Portal portal) throws Exception {
        Content content = new Content(portal);
        GeneratedProducts.add(content, WORKS);
        content.execute(LENGTHS);
        content.execute(STATIONS.formatted(COMMUNES));
        PlainForms publisher = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).cookie());
        Statements statements = new Statements(content);
        double[] millis = new double[1];
        double sent = statements.during(() -> millis[0] = Samples.millis(() -> plan(publisher)));
        Report report = new Report(
                "programme-planning", "Next week planned by rule for a province, from the button to the answer");
        report.row("communes", planned(content), "")
                .row("slots of each", 60, "a week")
                .row(
                        "works with a file for stations",
                        Double.parseDouble(
                                one(
                                        content,
                                        "select count(distinct t.product) from track t join rendition r on r.asset = t.asset and r.profile = 'station'")),
                        "")
                .row("time", millis[0] / MILLIS, "s", "< 10 s")
                .row("statements for a commune", sent / planned(content), "", "constant")
                .row("of the time on air filled", filled(content), "%")
                .publish();
    }

    private static void plan(PlainForms publisher) {
        var answer = publisher.send("/quan-tri/lich-phat", "lam", "xep-het");
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Not planned: " + answer.statusCode() + "\\n" + answer.body());
        }
    }

    private static double planned(Content content) throws SQLException {
        return Double.parseDouble(one(
                content,
                "select count(*) from programme p join station s on s.id = p.station join locality l on l.id = s.locality"
                        + " where l.name like 'Đo %' and p.monday = '" + next().monday() + "'"));
    }

    private static double filled(Content content) throws SQLException {
        return Double.parseDouble(one(
                content,
                "select 100 * (select sum((item->>'seconds')::int) from programme_edition e join programme p on p.id = e.programme"
                        + " join station s on s.id = p.station join locality l on l.id = s.locality, json_array_elements(e.items::json) item"
                        + " where l.name like 'Đo %' and p.monday = '" + next().monday()
                        + "')::numeric / (select sum(extract(epoch from"
                        + " ((slot->>'ends')::time - (slot->>'begins')::time))) from station s join locality l on l.id = s.locality,"
                        + " json_array_elements(s.settings::json->'slots') slot where l.name like 'Đo %')"));
    }

    private static Week next() {
        return Week.of(LocalDate.now(TimeSource.ZONE)).plus(1);
    }

    private static String one(Content content, String sql) throws SQLException {
        return content.ask(sql).get(0);
    }
}
