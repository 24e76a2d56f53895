package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.OfficeMenu;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** Editors at work with the list of products. */
@UsesBrowser
class WorkListPageIT {
    private static final String LIST = "/quan-tri/san-pham";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    WorkListPageIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?hl=en&trang-thai=published&the-loai=tieu-pham", "?q=khong-co-gi-ca"})
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(String query, Page page) {
        enter(page, Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("hmn")));
        open(page, LIST + query);
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
    }

    @Test
    void an_editor_finds_drafts_keeps_the_filter_and_sends_them_to_review_with_the_keyboard_alone(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        page.setViewportSize(1280, 860);
        enter(page, editor);
        open(page, "/quan-tri");
        OfficeMenu.unfold(page);
        press(page, ".rooms a[href='" + LIST + "']", "Enter");
        page.waitForURL("**" + LIST);

        reach(page, "#tu-khoa");
        page.keyboard().type(slug.replace('-', ' '));
        page.keyboard().press("Enter");
        page.waitForURL("**q=**");
        assertThat(page.locator(".work > li").count()).isEqualTo(1);
        assertThat(page.locator(".work .name").isVisible()).isTrue();

        press(page, ".narrowed summary", "Enter");
        reach(page, "#ten-bo-loc");
        page.keyboard().type("Bài đang viết");
        page.keyboard().press("Enter");
        page.locator(".kept a").waitFor();
        assertThat(page.locator(".told").textContent()).contains("Đã giữ bộ lọc “Bài đang viết”.");

        press(page, "#chon-" + slug, "Space");
        page.locator("#chon-" + slug + ":checked").waitFor();
        page.locator("button[value='gui-duyet']").focus();
        page.keyboard().press("Enter");
        page.locator(".told[role=status]:has-text('Đã gửi duyệt 1 sản phẩm.')").waitFor();
        assertThat(page.locator(".work .state").textContent()).isEqualTo("Chờ duyệt");
        assertThat(page.locator(".kept a[aria-current]").textContent()).isEqualTo("Bài đang viết");
    }

    @Test
    void a_filter_that_was_removed_comes_back_by_one_press_without_script(Browser browser) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            enter(page, editor);
            open(page, LIST + "?nam=2025");
            page.locator(".narrowed summary").click();
            page.locator("#ten-bo-loc").fill("Năm nay");
            page.locator("button[value=giu]").click();
            page.locator(".kept button").click();
            assertThat(page.locator(".kept").count()).isZero();

            page.locator(".told button").click();
            assertThat(page.locator(".kept a").textContent()).isEqualTo("Năm nay");
            page.locator(".kept a").click();
            assertThat(page.url()).endsWith(LIST + "?nam=2025");
        }
    }

    private void enter(Page page, Staff staff) {
        staff.enter(page.context());
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
    }

    private static void press(Page page, String selector, String key) {
        reach(page, selector);
        page.keyboard().press(key);
    }

    private static void reach(Page page, String selector) {
        var wanted = page.locator(selector);
        for (var stop = 0; stop < 60; stop++) {
            if ((boolean) wanted.evaluate("e => e === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
