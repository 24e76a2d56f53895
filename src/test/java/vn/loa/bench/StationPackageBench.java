package vn.loa.bench;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What it costs to pack a week of a station, two hours of sound, from the first request to the file that can be had; and what that takes of the heap. */
@UsesPortal
@Order(79)
class StationPackageBench {
    private static final String COMMUNE = "01387";
    private static final double MB = 1e6;
    private static final double MILLIS = 1000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** On air for twenty minutes a day, with whatever there is as often as needed. */
    private static final String STATION = """
            insert into station (locality, settings)
              select id, json_build_object('slots', (
                  select json_agg(json_build_object('day', day, 'begins', '05:00', 'ends', '05:20')) from generate_series(1, 7) day),
                'holidays', json_build_array(), 'genres', json_build_array(), 'onlyThese', false, 'order', 'newest',
                'repeatDays', 0, 'shares', json_build_array())::text
              from locality where code = '%s' and valid_to is null""";

    private final Week week = Week.of(LocalDate.now(TimeSource.ZONE)).plus(1);

    @Test
    void aWeekIsPacked(Portal portal) throws Exception {
        Content content = new Content(portal);
        content.execute(STATION.formatted(COMMUNE));
        Staff officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), COMMUNE, Set.of());
        plan(new PlainForms(portal, officer.cookie()));
        Heap heap = new Heap(ProcessorTime.portal());
        long before = heap.live();
        // Other days are another package, made while somebody looks at the heap.
        CompletableFuture<Void> watched = CompletableFuture.runAsync(
                () -> packed(officer, week.monday(), week.sunday().minusDays(1)));
        long most = heap.live();
        int looks = 1;
        while (!watched.isDone()) {
            most = Math.max(most, heap.live());
            looks++;
        }
        watched.join();
        double millis = Samples.millis(() -> packed(officer, week.monday(), week.sunday()));
        new Report("station-package", "A week of a station packed, from the first request to the file")
                .row("sound in it", seconds(content) / 60, "min", "about 120 min")
                .row("package", bytes(officer) / MB, "MB")
                .row("time", millis / MILLIS, "s", "< 20 s")
                .row("heap in use before", before / MB, "MB")
                .row("growth while one is made, at most", (most - before) / MB, "MB", "< 100 MB")
                .note("Heap after collections by jcmd, looked at " + looks + " times while one of six days was made")
                .publish();
    }

    private void plan(PlainForms officer) {
        String page = "/quan-tri/lich-phat/" + COMMUNE + "/" + week.code();
        require(officer.send(page, "lam", "xep", "ban", "0"));
        String version = officer.get(page).body().replaceFirst("(?s).*?name=\"ban\" value=\"([0-9]+)\".*", "$1");
        require(officer.send(page, "lam", "dang", "ban", version));
    }

    private static void require(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Not planned: " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private static void packed(Staff officer, LocalDate from, LocalDate to) {
        HttpResponse<String> answer = Until.answer(
                () -> officer.get("/api/v1/programmes/" + COMMUNE + "/package?from=" + from + "&to=" + to),
                each -> each.statusCode() != 202,
                PATIENCE);
        if (answer.statusCode() != 307) {
            throw new IllegalStateException("Not packed: " + answer.statusCode() + "\n" + answer.body());
        }
    }

    private static double bytes(Staff officer) {
        return Drafts.object(officer.get("/api/v1/programmes/" + COMMUNE + "/packages"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonNumber("bytes")
                .doubleValue();
    }

    private double seconds(Content content) throws SQLException {
        return Double.parseDouble(content.ask(
                        "select sum((item->>'seconds')::int) from programme_edition e join programme p on p.id = e.programme and p.published = e.number"
                                + " join station s on s.id = p.station join locality l on l.id = s.locality,"
                                + " json_array_elements(e.items::json) item where l.code = '" + COMMUNE
                                + "' and p.monday = '" + week.monday() + "'")
                .get(0));
    }
}
