package vn.loa.bench;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** How long pages of the lists of the office take with ten thousand products and five hundred plans. Comes late, because these stay. */
@UsesPortal
@Order(92)
class OfficeListsBench {
    private static final int PRODUCTS = 10_000;
    private static final int PLANS = 500;
    private static final int WARM_UP = 20;
    private static final int TIMES = 100;
    private static final double MOST = 0.95;
    private static final String PLACE = "04";

    /** Every state, and for each product a life of five deeds by several people. */
    private static final String LIVES = """
            update product set state = (array['PUBLISHED', 'DRAFT', 'PUBLISHED', 'IN_REVIEW', 'APPROVED'])[1 + id % 5]
              where slug like 'generated-%';
            insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug)
              select now(), 'bench-' || p.id % 7, action, 'product', p.id, p.slug
              from product p cross join unnest(array['create', 'edit', 'submit', 'approve', 'edit']) with ordinality as deed (action, turn)
              where p.slug like 'generated-%' and not exists (select 1 from audit_entry e where e.subject_kind = 'product' and e.subject_id = p.id)
              order by turn, p.id;
            analyze""";

    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("products, first page", "/quan-tri/san-pham");
        pages.put("products, page 100", "/quan-tri/san-pham?trang=100");
        pages.put("products, last page", "/quan-tri/san-pham?trang=%d");
        pages.put("products, drafts", "/quan-tri/san-pham?trang-thai=draft");
        pages.put("products, on a topic", "/quan-tri/san-pham?chu-de=thong-tin");
        pages.put("products, of a place", "/quan-tri/san-pham?dia-ban=04");
        pages.put("products, without Tày", "/quan-tri/san-pham?tieng=thieu-tyz");
        pages.put("products, one's own", "/quan-tri/san-pham?cua=toi");
        pages.put("products, searched", "/quan-tri/san-pham?q=con%%20bo");
        pages.put(
                "products, everything at once",
                "/quan-tri/san-pham?q=con&trang-thai=draft&chu-de=thong-tin&tieng=thieu-tyz");
        pages.put("products, by title", "/quan-tri/san-pham?sap-xep=ten&trang=100");
        pages.put("products, by state", "/quan-tri/san-pham?sap-xep=trang-thai");
        pages.put("plans, first page", "/quan-tri/ke-hoach");
        pages.put("plans, page 10", "/quan-tri/ke-hoach?trang=10");
        pages.put("plans, last page", "/quan-tri/ke-hoach?trang=20");
        pages.put("plans, in review", "/quan-tri/ke-hoach?trang-thai=in-review");
        pages.put("plans, searched", "/quan-tri/ke-hoach?q=thong%%20tin");
        return pages;
    }

    @Test
    void everyPageOfAListIsThereAtOnceHoweverLongTheListIs(Portal portal) throws Exception {
        Content content = new Content(portal);
        GeneratedProducts.add(content, Math.max(1, PRODUCTS - GeneratedProducts.generated(content)));
        GeneratedPlans.add(content, PLANS);
        content.execute(LIVES);
        long products =
                Long.parseLong(content.ask("select count(*) from product").get(0));
        Report report = new Report(
                "office-lists",
                "Lists of the office, %,d products and %,d plans, one visitor".formatted(products, PLANS));
        Staff editor = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        Staff confined = Staff.make(portal, EnumSet.allOf(Role.class), PLACE, Set.of("vi", "hmn", "tyz"));
        for (Map.Entry<String, String> page : PAGES.entrySet()) {
            String path = page.getValue().formatted((products + 49) / 50);
            report.row(page.getKey() + ", 95 of 100 within", quantile(portal, editor, path), "ms", "at most 300 ms");
        }
        report.row(
                        "products, who is confined to a place, 95 of 100 within",
                        quantile(portal, confined, "/quan-tri/san-pham"),
                        "ms",
                        "at most 300 ms")
                .row("desk, 95 of 100 within", quantile(portal, editor, "/quan-tri"), "ms")
                .publish();
    }

    private static double quantile(Portal portal, Staff staff, String path) throws Exception {
        String cookie = staff.cookie();
        return Samples.of(
                        WARM_UP,
                        TIMES,
                        () -> Samples.millis(() -> {
                            if (portal.get(path, "Cookie", cookie).statusCode() != 200) {
                                throw new IllegalStateException(path + " does not open");
                            }
                        }))
                .quantile(MOST);
    }
}
