package vn.loa.bench;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/**
 * What a province of stations costs that ask each minute what is played, as the playout page does: for a week, with the tag of what they have. Comes after the
 * planning, whose province it uses.
 */
@UsesPortal
@Order(81)
class StationPollingBench {
    private static final int COMMUNES = 200;
    private static final int WORKS = 2_000;
    private static final int MINUTES = 30;
    private static final int WARM_UP = 10;
    private static final double MINUTE = 60e9;
    /** After which pages in memory are out of date. */
    private static final long NOTICED_MILLIS = 1_000;

    private static final double PERCENT = 100;

    private final Map<String, String> tags = new HashMap<>();
    private int changed;

    @Test
    void stationsAsk(Portal portal) throws Exception {
        Province province = Province.of(portal, COMMUNES, WORKS);
        province.plan();
        List<String> communes = province.publish();
        Content content = new Content(portal);
        for (int i = 0; i < WARM_UP; i++) {
            content.touch();
            minute(portal, communes);
        }
        double[] quiet = new double[1];
        double statements = new Statements(content).during(() -> quiet[0] = share(() -> minute(portal, communes)));
        int unchanged = changed;
        double busy = share(() -> {
            content.touch();
            Thread.sleep(NOTICED_MILLIS);
            minute(portal, communes);
        });
        new Report(
                        "station-polling",
                        "Stations that ask each minute what is played: share of a processor that the portal needs for them")
                .row("stations", communes.size(), "")
                .row("while nothing is published", quiet[0], "% of a core", "< 1 %")
                .row("statements for an answer then", statements / MINUTES / communes.size(), "", "0")
                .row("with something published in each minute", busy, "% of a core", "< 1 %")
                .note("Answered anew although nothing was published: " + unchanged)
                .publish();
    }

    /** How much of each of some minutes the processor works for something, in percent. */
    private static double share(Samples.Timed asked) throws Exception {
        ProcessorTime processor = ProcessorTime.ofPortal();
        long before = processor.used().toNanos();
        for (int i = 0; i < MINUTES; i++) {
            asked.run();
        }
        return PERCENT * (processor.used().toNanos() - before) / MINUTE / MINUTES;
    }

    /** Each station asks once. */
    private void minute(Portal portal, List<String> communes) {
        changed = 0;
        String week =
                "?from=" + Province.week().monday() + "&to=" + Province.week().sunday();
        for (String commune : communes) {
            String path = "/api/v1/programmes/" + commune + week;
            String tag = tags.get(commune);
            HttpResponse<String> answer = tag == null ? portal.get(path) : portal.get(path, "If-None-Match", tag);
            if (tag == null || answer.statusCode() != 304) {
                Pages.require(answer, 200);
                changed++;
                tags.put(commune, answer.headers().firstValue("ETag").orElseThrow());
            }
        }
    }
}
