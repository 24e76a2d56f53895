package vn.loa.bench;

import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
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

    @Test
    void aProvinceIsPlanned(Portal portal) throws Exception {
        Content content = new Content(portal);
        Province province = Province.of(portal, COMMUNES, WORKS);
        Statements statements = new Statements(content);
        double[] millis = new double[1];
        double sent = statements.during(() -> millis[0] = Samples.millis(province::plan));
        Report report = new Report(
                "programme-planning", "Next week planned by rule for a province, from the button to the answer");
        report.row("communes", planned(content), "")
                .row("slots of each", Province.SLOTS, "a week")
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

    private static double planned(Content content) throws SQLException {
        return Double.parseDouble(one(
                content,
                "select count(*) from programme p join station s on s.id = p.station join locality l on l.id = s.locality"
                        + " where l.name like 'Đo %' and p.monday = '"
                        + Province.week().monday() + "'"));
    }

    private static double filled(Content content) throws SQLException {
        return Double.parseDouble(one(
                content,
                "select 100 * (select sum((item->>'seconds')::int) from programme_edition e join programme p on p.id = e.programme"
                        + " join station s on s.id = p.station join locality l on l.id = s.locality, json_array_elements(e.items::json) item"
                        + " where l.name like 'Đo %' and p.monday = '"
                        + Province.week().monday()
                        + "')::numeric / (select sum(extract(epoch from"
                        + " ((slot->>'ends')::time - (slot->>'begins')::time))) from station s join locality l on l.id = s.locality,"
                        + " json_array_elements(s.settings::json->'slots') slot where l.name like 'Đo %')"));
    }

    private static String one(Content content, String sql) throws SQLException {
        return content.ask(sql).get(0);
    }
}
