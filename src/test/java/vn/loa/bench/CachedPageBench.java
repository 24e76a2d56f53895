package vn.loa.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How many visitors at once the portal can give a page that it has in memory, beside nginx with the same bytes in a file. */
@UsesPortal
@Order(20)
class CachedPageBench {
    private static final Map<String, String> AS_BROWSERS_ASK = Map.of("Accept-Encoding", "gzip");

    private static final int FRAMES = 2_000;
    private static final double NANOS_OF_MILLI = 1e6;

    @Test
    void pagesAreGivenFromMemory(Portal portal) throws Exception {
        Load load = Load.ofThisMachine();
        Report report = new Report("cached-page", "A page from memory, compressed, connections kept open");
        String product = Pages.product(new Content(portal));
        report.note(load.describe());
        Optional<Yardstick> nginx = Yardstick.start();
        try {
            for (String path : List.of("/", "/san-pham/" + product)) {
                if (nginx.isPresent()) {
                    compare(load, portal, path, nginx.get(), report);
                } else {
                    report.row(path, SideBySide.alone(load, portal.uri(path), AS_BROWSERS_ASK), "answers/s");
                }
            }
            report.note(nginx.isPresent() ? nginx.get().version() : "nginx is not installed: nothing to compare to");
        } finally {
            nginx.ifPresent(Yardstick::close);
        }
        embed(portal, "/nhung/" + product, report);
        report.publish();
    }

    /** What the portal's processor does for the first byte of a frame, by the whole answer. */
    private static void embed(Portal portal, String path, Report report) throws Exception {
        HttpRequest frame = HttpRequest.newBuilder(portal.uri(path))
                .header("Accept-Encoding", "gzip")
                .build();
        Pages.require(portal.bytes(frame), 200);
        ProcessorTime processor = ProcessorTime.ofPortal();
        double before = processor.used().toNanos() / NANOS_OF_MILLI;
        for (int i = 0; i < FRAMES; i++) {
            portal.bytes(frame);
        }
        report.row(
                path + " processor time",
                (processor.used().toNanos() / NANOS_OF_MILLI - before) / FRAMES,
                "ms each",
                "< 5 ms");
    }

    private static void compare(Load load, Portal portal, String path, Yardstick nginx, Report report)
            throws IOException {
        URI page = portal.uri(path);
        byte[] gzipped = gzipped(portal, page);
        URI same = nginx.page("page" + path.hashCode() + ".html", gzipped);
        report.row(path + " bytes", gzipped.length, "bytes");
        SideBySide.of(load, page, nginx, same, AS_BROWSERS_ASK).to(report, path + " ", "answers/s", "0.4 to 0.5");
    }

    private static byte[] gzipped(Portal portal, URI page) {
        HttpResponse<byte[]> answer = portal.bytes(
                HttpRequest.newBuilder(page).header("Accept-Encoding", "gzip").build());
        Pages.require(answer, 200);
        if (!answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip")) {
            throw new IllegalStateException(page + " is not compressed");
        }
        return answer.body();
    }
}
