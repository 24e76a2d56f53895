package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** The day of a part-time officer with a cheap phone, a thumb and little time. */
@UsesBrowser
class CommuneDeskPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String COMMUNE = "01558";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";

    private final Portal portal;

    CommuneDeskPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_officer_signs_in_confirms_what_was_aired_copies_the_line_and_takes_the_report(Browser browser)
            throws IOException {
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), COMMUNE, Set.of());
        aired(officer, COMMUNE);
        try (var phone = browser.newContext(new Browser.NewContextOptions()
                .setLocale("vi-VN")
                .setViewportSize(360, 740)
                .setAcceptDownloads(true)
                .setPermissions(List.of("clipboard-read", "clipboard-write")))) {
            var page = phone.newPage();
            page.navigate(portal.uri("/tai-khoan/dang-nhap").toString());
            page.locator("#ten").fill(officer.withPassword().username());
            page.locator("#mat-khau").fill(Staff.PASSWORD);
            page.locator(".door button").click();
            page.waitForURL("**/quan-tri");
            assertThat(sideways(page)).isLessThanOrEqualTo(0);

            page.locator(".each button").first().evaluate("button => button.closest('details').open = true");
            page.locator(".each button").first().click();
            PlaywrightAssertions.assertThat(page.locator("[role=status]").first())
                    .containsText("Đã ghi 1 mục của ");
            page.locator(".due button").first().click();
            PlaywrightAssertions.assertThat(page.locator("[role=status]").first())
                    .containsText("Đã ghi 1 mục của ");
            assertThat(page.locator(".due").count()).isZero();

            page.locator("[data-copy]").click();
            PlaywrightAssertions.assertThat(page.locator(".copy + [role=status]"))
                    .hasText("Đã chép.");
            assertThat((String) page.evaluate("navigator.clipboard.readText()"))
                    .startsWith("<iframe src=\"" + portal.baseUrl())
                    .contains("dia-ban=" + COMMUNE);

            for (var ending : List.of("pdf", "xlsx")) {
                var given = page.waitForDownload(() ->
                        page.locator("#bao-cao a[href$='." + ending + "']").click());
                assertThat(given.suggestedFilename())
                        .startsWith("nhat-ky-phat-thanh-" + COMMUNE)
                        .endsWith(ending);
                assertThat(Files.size(given.path())).isPositive();
            }
            assertThat(sideways(page)).isLessThanOrEqualTo(0);
        }
    }

    @Test
    void all_of_it_works_without_a_script(Browser browser) {
        var commune = "01561";
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        aired(officer, commune);
        try (var phone = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            officer.enter(phone);
            var page = phone.newPage();
            page.navigate(portal.uri("/quan-tri").toString());
            page.locator(".due button").first().click();
            assertThat(page.locator("[role=status]").first().textContent()).startsWith("Đã ghi 2 mục của ");
            assertThat(page.locator(".copy input").inputValue()).startsWith("<iframe ");
            assertThat(page.locator("[data-copy]").isVisible()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/quan-tri/xa", "/quan-tri/xa/01393", "/quan-tri/xa/01789"})
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(String path, Page page) {
        Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).enter(page.context());
        page.navigate(portal.uri(path).toString());
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat(sideways(page)).isLessThanOrEqualTo(0);
    }

    /** Two things were planned on Monday of last week, and nobody has said whether they were aired. */
    private void aired(Staff officer, String commune) {
        portal.sql()
                .execute(
                        "insert into station (locality, settings) select id, '{\"slots\":[{\"day\":1,\"begins\":\"05:00\",\"ends\":\"05:20\"}],"
                                + "\"holidays\":[],\"genres\":[],\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":[]}'"
                                + " from locality where code = ? and valid_to is null",
                        commune);
        var week = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1);
        var item = "{\"at\":\"" + week.monday() + "T05:%s:00\",\"product\":\"" + SKIT + "\",\"language\":\"%s\"}";
        var written = officer.send(
                "PUT",
                "/api/v1/programmes/" + commune,
                "{\"week\":\"" + week.code() + "\",\"publish\":true,\"items\":[" + item.formatted("00", "vi") + ","
                        + item.formatted("05", "hmn") + "]}",
                "If-Match",
                "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }

    private static int sideways(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
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
