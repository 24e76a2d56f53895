package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** The as-run log on a phone without a script, and what its pages look like to those who cannot see them. */
@UsesBrowser
class BroadcastsPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WORK = "/quan-tri/lich-phat/";
    private static final String COMMUNE = "01438";

    private final Portal portal;

    BroadcastsPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_officer_enters_and_corrects_a_broadcast_on_a_phone_without_script(Browser browser) {
        try (var phone = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            var page = phone.newPage();
            signIn(page, COMMUNE);
            open(page, WORK + COMMUNE);
            page.getByText("Mở nhật ký phát").click();
            page.locator("#ngay").fill("2026-03-10");
            page.locator("#gio").fill("05:00");
            page.locator("#q").fill("con bo");
            page.locator("button[value=tim]").click();
            page.locator("input[name=chon]").first().check();
            page.locator("button[value=ghi]").click();
            assertThat(page.locator("[role=status]").first().textContent()).isEqualTo("Đã ghi vào nhật ký.");
            open(page, WORK + COMMUNE + "/nhat-ky?thang=2026-03");
            assertThat(sideways(page)).isLessThanOrEqualTo(0);
            page.locator(".entries a").first().click();
            page.locator("#ket-qua").selectOption("missed");
            page.locator("#ly-do").fill("Mất điện");
            page.locator("button[value=sua]").click();
            assertThat(page.locator("[role=status]").first().textContent()).startsWith("Đã lưu");
            assertThat(page.locator(".rows").first().textContent()).contains("Mất điện", "Đã phát");
            assertThat(sideways(page)).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nhat-ky", "01393/nhat-ky", "01393/nhat-ky/{entry}", "01393/may-phat"})
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(String path, Page page) {
        signIn(page, null);
        open(page, WORK + path.replace("{entry}", path.contains("{") ? entry() : ""));
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat(sideways(page)).isLessThanOrEqualTo(0);
    }

    /** One that there is. */
    private String entry() {
        var written = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01393", Set.of())
                .send(
                        "POST",
                        "/api/v1/broadcasts",
                        "{\"entries\":[{\"key\":\"axe\",\"locality\":\"01393\",\"at\":\"2026-03-10T05:00:00\","
                                + "\"product\":\"con-bo-cua-nha-ong-pao\",\"language\":\"vi\"}]}");
        return written.body().replaceAll("(?s).*\"id\":([0-9]+).*", "$1");
    }

    private void signIn(Page page, @Nullable String commune) {
        var staff =
                Staff.make(portal, Set.of(commune == null ? Role.PUBLISHER : Role.COMMUNE_OFFICER), commune, Set.of());
        page.context()
                .addCookies(List.of(new Cookie(Staff.COOKIE, staff.cookie().split("=")[1]).setUrl(portal.baseUrl())));
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
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
