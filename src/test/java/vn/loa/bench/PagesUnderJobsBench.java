package vn.loa.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How long one visitor waits for a page while two films are encoded, beside the same when there is nothing to do. */
@UsesPortal
@Order(36)
class PagesUnderJobsBench {
    private static final int WARM_UP = 300;
    private static final int TIMES = 400;

    @Test
    void pagesComeWhileTwoJobsRun(Portal portal) throws Exception {
        Report report =
                new Report("pages-under-jobs", "A page rendered anew, one visitor, while two films are encoded");
        if (Programs.find("ffmpeg").isEmpty()) {
            report.note("ffmpeg is not installed: nothing is encoded").publish();
            return;
        }
        List<String> paths = List.of("/", "/san-pham", "/san-pham/" + Pages.product(new Content(portal)));
        SentFile.awaitRest(portal);
        Map<String, Samples> idle = visited(portal, paths, WARM_UP);
        // The first is at its long step while the second is at its quick one: each kind has workers of its own.
        try (SentFile first = SentFile.to(portal, SyntheticFilm.twoMinutes(), "video")) {
            first.running("full");
            try (SentFile second = SentFile.to(portal, SyntheticFilm.twentyMinutes(), "video")) {
                second.running("small");
                Map<String, Samples> busy = visited(portal, paths, 0);
                boolean throughout = first.is("full", "running") && second.is("small", "running");
                report.note(throughout ? "Both ran all the time" : "One of the two ended before the last page came");
                for (String path : paths) {
                    compare(report, path, idle.get(path), busy.get(path));
                }
            }
        }
        report.publish();
    }

    private static void compare(Report report, String path, Samples idle, Samples busy) {
        double before = idle.quantile(0.95);
        double meanwhile = busy.quantile(0.95);
        report.row(path + " 95th percentile, idle", before, "ms")
                .row(path + " 95th percentile, two jobs", meanwhile, "ms")
                .row(path + " ratio", meanwhile / before, "of idle", "<= 2");
    }

    private static Map<String, Samples> visited(Portal portal, List<String> paths, int warmUp) throws Exception {
        Map<String, Samples> samples = new LinkedHashMap<>();
        for (String path : paths) {
            samples.put(path, Samples.of(warmUp, TIMES, () -> UncachedPageBench.renderedAnew(portal, path)));
        }
        return samples;
    }
}
