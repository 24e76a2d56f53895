package vn.loa.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.GeneratedFilm;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How many stretches of a film the portal can send, beside nginx with the same file. */
@UsesPortal
@Order(25)
class MediaRangeBench {
    private static final int FILM = 32 << 20;
    private static final int STRETCH = 1 << 20;
    private static final int FROM = 5 << 20;
    private static final Map<String, String> RANGE = Map.of("Range", "bytes=" + FROM + "-" + (FROM + STRETCH - 1));

    @Test
    void stretchesOfOneMegabyteAreSent(Portal portal) throws Exception {
        Load load = Load.ofThisMachine();
        Report report = new Report("media-range", "1 MB of a film of 32 MB, connections kept open");
        report.note(load.describe());
        Optional<Yardstick> nginx = Yardstick.start();
        try (GeneratedFilm film = GeneratedFilm.in(portal, FILM)) {
            URI address = portal.uri(film.path());
            Pages.require(
                    portal.bytes(HttpRequest.newBuilder(address)
                            .header("Range", RANGE.get("Range"))
                            .build()),
                    206);
            if (nginx.isPresent()) {
                URI same = nginx.get().video("film", film.content());
                SideBySide.of(load, address, nginx.get(), same, RANGE).to(report, "", "MB/s", ">= 0.7");
                report.note(nginx.get().version());
            } else {
                report.row("portal", SideBySide.alone(load, address, RANGE), "MB/s")
                        .note("nginx is not installed: nothing to compare to");
            }
        } finally {
            nginx.ifPresent(Yardstick::close);
        }
        report.publish();
    }
}
