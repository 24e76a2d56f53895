package vn.loa.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.testing.Portal;
import vn.loa.testing.UsesPortal;

/**
 * What lists cost with the sample content and with ten thousand products: statements, and time for one visitor. Comes last, because
 * the generated products stay.
 */
@UsesPortal
@Order(90)
class ListingBench {
    private static final int MANY = 10_000;
    private static final int WARM_UP = 60;
    private static final int TIMES = 40;
    private static final List<String> LISTS = List.of(
            "/",
            "/san-pham",
            "/san-pham?trang=2",
            "/san-pham?the-loai=to-roi",
            "/chu-de/thong-tin",
            "/dia-ban/04",
            "/tim-kiem?q=ngh%C3%A8o",
            "/ke-hoach",
            "/api/v1/products?size=100");

    private record Cost(double statements, double millis) {}

    @Test
    void listsOfManyCostAsMuchAsListsOfFew(Portal portal) throws Exception {
        Content content = new Content(portal);
        Statements statements = new Statements(content);
        Report report = new Report("listing", "Lists rendered anew, one visitor, warm");
        long few = count(content);
        Map<String, Cost> ofFew = costs(portal, statements);
        double seconds = GeneratedProducts.add(content, MANY - (int) few) / 1000;
        Map<String, Cost> ofMany = costs(portal, statements);
        for (String path : LISTS) {
            Cost before = ofFew.getOrDefault(path, new Cost(0, 0));
            Cost after = ofMany.getOrDefault(path, new Cost(0, 0));
            report.row(path + " statements, " + few + " products", before.statements, "")
                    .row(path + " statements, " + count(content) + " products", after.statements, "", "the same")
                    .row(path + " median, " + few + " products", before.millis, "ms")
                    .row(path + " median, " + count(content) + " products", after.millis, "ms");
        }
        report.note("The search server took " + Math.round(seconds) + " s to take in the generated products")
                .publish();
    }

    private static long count(Content content) throws Exception {
        return Long.parseLong(
                content.ask("select count(*) from product where online").get(0));
    }

    private static Map<String, Cost> costs(Portal portal, Statements statements) throws Exception {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String path : LISTS) {
            double millis = Samples.of(WARM_UP, TIMES, () -> UncachedPageBench.renderedAnew(portal, path))
                    .median();
            // The portal's own rounds may fall between, so the least is what the page asks.
            double asked = Samples.of(1, 5, () -> statements.during(() -> Pages.renderAnew(portal, path)))
                    .least();
            costs.put(path, new Cost(asked, millis));
        }
        return costs;
    }
}
