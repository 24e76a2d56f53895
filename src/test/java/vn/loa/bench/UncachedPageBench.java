package vn.loa.bench;

import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/** How long one visitor waits for a page that nobody has asked for since the last publication. */
@UsesPortal
@Order(30)
class UncachedPageBench {
    private static final int WARM_UP = 300;
    private static final int TIMES = 100;

    @Test
    void pagesAreRenderedAnew(Portal portal) throws Exception {
        Content content = new Content(portal);
        Report report = new Report("uncached-page", "A page rendered anew, one visitor, warm");
        for (String path : List.of("/", "/san-pham", "/san-pham/" + Pages.product(content), "/ke-hoach")) {
            Samples samples = Samples.of(WARM_UP, TIMES, () -> renderedAnew(portal, path));
            report.row(path + " median", samples.median(), "ms", "< 30 ms")
                    .row(path + " 95th percentile", samples.quantile(0.95), "ms");
        }
        report.publish();
    }

    /** An address that nobody has asked for yet, of the same page: nothing but a link would show the second to play from. */
    static double renderedAnew(Portal portal, String path) throws Exception {
        String fresh = path + "?t=" + System.nanoTime();
        return Samples.millis(() -> Pages.require(portal.get(fresh), 200));
    }
}
