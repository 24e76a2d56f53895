package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** An officer of a commune whose station has no internet. */
@UsesBrowser
class PackagesPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WORK = "/quan-tri/lich-phat/01393";

    private final Portal portal;
    private final Week week = Week.of(LocalDate.now(TimeSource.ZONE));

    PackagesPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_officer_comes_from_the_week_waits_for_the_package_and_takes_it_along(Page page) throws Exception {
        signIn(page);
        page.navigate(portal.uri(WORK + "/" + week.code()).toString());
        page.getByText("Gói cho đài không có mạng").click();
        assertThat(page.locator("#tu").inputValue()).isEqualTo(week.monday().toString());
        page.locator("#den").fill(week.monday().toString());
        page.locator("button[value=dong-goi]").click();
        assertThat(page.locator("[role=status]").first().textContent()).containsAnyOf("Đang đóng gói", "đã có sẵn");

        var there = page.locator("#tien-do a[download]").first();
        there.waitFor();
        var download = page.waitForDownload(there::click);
        assertThat(download.suggestedFilename()).matches("loa-01393-.*\\.zip");
        assertThat(Files.readAllBytes(download.path())).startsWith('P', 'K');
    }

    @Test
    void without_a_script_all_of_it_is_done_by_forms_and_links(Browser browser) {
        try (var phone = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            var page = phone.newPage();
            signIn(page);
            page.navigate(portal.uri(WORK + "/goi").toString());
            page.locator("#tu").fill(week.sunday().toString());
            page.locator("#den").fill(week.monday().toString());
            page.locator("button[value=dong-goi]").click();
            assertThat(page.locator("[role=alert]").first().textContent()).startsWith("Ngày cuối không được trước");
            assertThat(page.locator("#tu").inputValue())
                    .as("nothing that was typed is lost")
                    .isEqualTo(week.sunday().toString());
        }
    }

    @Test
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(Page page) {
        signIn(page);
        page.navigate(portal.uri(WORK + "/goi").toString());
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .isLessThanOrEqualTo(0);
    }

    private void signIn(Page page) {
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01393", Set.of());
        page.context()
                .addCookies(List.of(new Cookie(Staff.COOKIE, staff.cookie().split("=")[1]).setUrl(portal.baseUrl())));
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
