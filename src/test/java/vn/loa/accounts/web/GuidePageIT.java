package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.OfficeMenu;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** How each role does its work, on one sheet of paper. */
@UsesBrowser
class GuidePageIT {
    private static final String GUIDES = "/quan-tri/huong-dan";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    GuidePageIT(Portal portal) {
        this.portal = portal;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bien-tap-vien", "tham-dinh-ngon-ngu", "nguoi-duyet", "can-bo-xa", "quan-tri-vien"})
    void each_fits_exactly_one_sheet_in_both_languages(String role, Page page) throws IOException {
        enter(page, Role.EDITOR);
        for (var language : new String[] {"", "?hl=en"}) {
            page.navigate(portal.uri(GUIDES + "/" + role + language).toString());
            assertThat(page.locator(".guide .steps li").count()).isGreaterThanOrEqualTo(6);
            assertThat(page.locator(".guide .shortcuts dt").count()).isGreaterThanOrEqualTo(2);
            assertThat(page.locator(".guide").textContent()).doesNotContain("guide.");
            assertThat(violations(page)).as(role + language).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            try (var sheet = Loader.loadPDF(page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)))) {
                assertThat(sheet.getNumberOfPages()).as(role + language).isEqualTo(1);
                var box = sheet.getPage(0).getMediaBox();
                assertThat(Math.round(box.getWidth())).as("A4").isEqualTo(595);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    @Test
    void whoever_asks_for_help_on_any_page_finds_their_own_guide_first(Page page) {
        enter(page, Role.PUBLISHER);
        for (var path : new String[] {"/quan-tri", "/quan-tri/san-pham", "/tai-khoan"}) {
            page.navigate(portal.uri(path).toString());
            OfficeMenu.unfold(page);
            page.locator(".rooms a[href='" + GUIDES + "']").click();
            assertThat(page.locator(".guide h1").textContent()).isEqualTo("Hướng dẫn người duyệt");
        }
        page.locator(".sheets a[href$='can-bo-xa']").click();
        assertThat(page.locator(".guide h1").textContent()).isEqualTo("Hướng dẫn cán bộ xã");
        assertThat(page.navigate(portal.uri(GUIDES + "/khong-co").toString()).status())
                .isEqualTo(404);
    }

    @Test
    void nothing_is_wider_than_a_small_phone(Page page) {
        page.setViewportSize(360, 800);
        enter(page, Role.EDITOR);
        page.navigate(portal.uri(GUIDES).toString());
        assertThat(page.evaluate("document.documentElement.scrollWidth <= 360")).isEqualTo(true);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream()
                        .map(violation -> violation.getId() + " " + violation.getNodes())
                        .toList();
    }

    private void enter(Page page, Role role) {
        Staff.make(portal, Set.of(role), null, Set.of()).enter(page.context());
    }
}
