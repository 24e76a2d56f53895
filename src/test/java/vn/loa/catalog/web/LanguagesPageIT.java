package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** What works and plans have in which language, and where that leads. */
@UsesBrowser
class LanguagesPageIT {
    private static final String PLAN = "/quan-tri/ke-hoach/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025/ngon-ngu";

    private final Portal portal;

    LanguagesPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void each_cell_of_a_work_leads_an_editor_to_the_work_to_do(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        portal.sql()
                .execute(
                        "update product_revision set genre = 'tieu-pham' where product = (select id from product where slug = '"
                                + slug + "')");
        var track = Drafts.addSubtitles(portal, slug, "tyz");
        enter(page, editor);
        page.setViewportSize(1280, 860);
        open(page, "/quan-tri/san-pham/" + slug);
        assertThat(cell(page, "Tiếng Việt", 0).textContent()).contains("chưa có");
        assertThat(cell(page, "Tiếng Tày", 0).textContent()).contains("không bắt buộc");
        assertThat(link(page, "Tiếng Tày", 0)).isEqualTo("/quan-tri/san-pham/" + slug + "/tep?loai=audio&tieng=tyz");
        assertThat(link(page, "Tiếng Tày", 1)).endsWith("#ban-" + track);
        assertThat(link(page, "Tiếng Mông", 3)).endsWith("/sua#tom-tat-hmn");
        cell(page, "Tiếng Mông", 1).locator("a").click();
        page.locator("#soan:not([aria-busy])").waitFor();
        assertThat(page.url()).endsWith("/" + slug + "/phu-de/hmn");
    }

    @Test
    void a_reviewer_is_led_from_the_desk_to_the_track_that_waits_and_sees_which_those_are(Page page) {
        var reviewer = Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"));
        var slug = Drafts.start(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        var track = Drafts.addSubtitles(portal, slug, "tyz");
        Drafts.addSubtitles(portal, slug, "hmn");
        enter(page, reviewer);
        page.setViewportSize(1280, 860);
        open(page, "/quan-tri/san-pham/" + slug);
        assertThat(cell(page, "Tiếng Tày", 1).textContent()).contains("chờ bạn");
        assertThat(cell(page, "Tiếng Mông", 1).textContent())
                .contains("chờ thẩm định")
                .doesNotContain("chờ bạn");
        assertThat(cell(page, "Tiếng Mông", 0).locator("a").count())
                .as("what only an editor can do")
                .isZero();
        cell(page, "Tiếng Tày", 1).locator("a").click();
        assertThat(page.url()).endsWith("#ban-" + track);
        assertThat(page.locator("#ban-" + track + " button[value='duyet-ban']").isVisible())
                .isTrue();
    }

    @Test
    void of_a_plan_all_works_are_counted_and_those_that_lack_nothing_can_be_left_out(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        page.setViewportSize(1280, 860);
        open(page, PLAN);
        assertThat(page.locator("section.panel tbody tr").first().textContent())
                .containsPattern("Âm thanh: [0-9]+ / [0-9]+");
        assertThat(page.locator(".works tbody tr").count()).isGreaterThan(20);
        assertThat(page.locator("table").count()).as("a table for each promise").isLessThan(12);
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .extracting(rule -> rule.getId())
                .isEmpty();
        var all = page.locator(".works tbody tr").count();
        // All translations of the sample only hold a place; those of what is no sample are real.
        portal.sql().execute("update product set sample = false where slug = ?", "con-bo-cua-nha-ong-pao");
        try {
            page.locator("a[href*='loc=con-viec']").click();
            assertThat(page.locator(".works tbody tr").count()).isEqualTo(all - 1);
        } finally {
            portal.sql().execute("update product set sample = true where slug = ?", "con-bo-cua-nha-ong-pao");
        }
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    private static Locator cell(Page page, String language, int part) {
        return page.locator(".tongues-of tr:has(th:text-is('" + language + "')) td")
                .nth(part);
    }

    private static String link(Page page, String language, int part) {
        return cell(page, language, part).locator("a").first().getAttribute("href");
    }

    private void enter(Page page, Staff staff) {
        staff.enter(page.context());
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
    }
}
