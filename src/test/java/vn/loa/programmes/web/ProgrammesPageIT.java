package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** An officer with a phone and without a script, one with a mouse, and what the pages look like to those who cannot see them. */
@UsesBrowser
class ProgrammesPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String WORK = "/quan-tri/lich-phat/";
    private static final String SAMPLE = "01393";

    private final Portal portal;
    private final Week next = Week.of(LocalDate.now(TimeSource.ZONE)).plus(1);

    ProgrammesPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_officer_opens_a_station_and_publishes_a_week_on_a_phone_without_script(Browser browser) {
        try (var phone = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            var page = phone.newPage();
            signIn(page, "01324");
            open(page, WORK + "01324/thiet-lap");
            page.locator("#gio-1").fill("5h-5h06");
            page.locator(".settings > button.go").click();
            assertThat(page.locator("[role=status]").first().textContent()).startsWith("Đã lưu");
            assertThat(page.locator("#gio-1").inputValue()).isEqualTo("05:00-05:06");

            open(page, WORK + "01324/" + next.code());
            page.getByText("Tự xếp chỗ còn trống").click();
            page.locator(".slot h3 a").first().click();
            var first = page.locator(".items:not(.pool) b").first().textContent();
            page.locator(".items:not(.pool) button[value='xuong:0']").click();
            assertThat(page.locator(".items:not(.pool) b").nth(1).textContent()).isEqualTo(first);
            page.locator(".items.pool button").first().click();
            page.locator("button[value=luu]").click();
            assertThat(page.locator("[role=alert]").first().textContent()).startsWith("Chưa lưu");
            page.locator(".items:not(.pool) button[value^='bo:']").last().click();
            page.locator("button[value=luu]").click();
            assertThat(page.locator("[role=status]").first().textContent()).startsWith("Đã lưu khung giờ");
            page.locator(".back a").click();
            page.getByText("Công bố", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("[role=status]").first().textContent()).startsWith("Đã công bố");
            assertThat(sideways(page)).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_programme_of_a_week_is_printed_from_its_page_with_all_titles_on_two_sheets_at_most(
            boolean named, Page page) throws IOException {
        var week = Week.of(LocalDate.now(TimeSource.ZONE));
        open(page, "/lich-phat/" + SAMPLE + (named ? "?tuan=" + week.code() : ""));
        assertThat(page.getByText("In lịch tuần").isVisible()).isTrue();
        var paper = page.pdf(new Page.PdfOptions().setFormat("A4"));
        var programme = portal.get("/api/v1/programmes/" + SAMPLE + "?from=" + week.monday() + "&to=" + week.sunday())
                .body();
        var titles = Pattern.compile("\"title\":\\{[^}]*\"vi\":\"([^\"]+)\"")
                .matcher(programme)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(titles).isNotEmpty();
        try (var sheets = Loader.loadPDF(paper)) {
            assertThat(sheets.getNumberOfPages()).isLessThanOrEqualTo(2);
            var printed = new PDFTextStripper().getText(sheets).replaceAll("\\s+", " ");
            assertThat(printed).contains(titles);
            assertThat(printed.split("05:3[0-9]:[0-9]{2}", -1).length)
                    .as("each thing of each morning with its moment")
                    .isGreaterThan(14);
        }
    }

    @Test
    void things_are_dragged_to_another_place_and_nothing_is_saved_by_that(Page page) {
        // As high as the page, since a page does not scroll under what is dragged here.
        page.setViewportSize(1280, 3000);
        signIn(page, SAMPLE);
        open(page, WORK + SAMPLE + "/" + next.code() + "/" + next.monday() + "-0530");
        var rows = page.locator("[data-items] > li");
        var first = rows.nth(0).locator("b").textContent();
        var second = rows.nth(1).locator("b").textContent();
        rows.nth(1).dragTo(rows.nth(0), new Locator.DragToOptions().setTargetPosition(40, 4));
        assertThat(rows.nth(0).locator("b").textContent()).isEqualTo(second);
        assertThat(rows.nth(0).locator("[data-at]").textContent()).isEqualTo("05:30:00");
        page.reload();
        assertThat(rows.nth(0).locator("b").textContent()).isEqualTo(first);

        var count = rows.count();
        page.locator("[data-pool] > li")
                .first()
                .dragTo(rows.nth(0), new Locator.DragToOptions().setTargetPosition(40, 4));
        page.locator(".sum .pill").waitFor();
        assertThat(rows.count()).isEqualTo(count + 1);
        assertThat(page.locator(".sum .pill").textContent()).isEqualTo("Chưa lưu");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "01393", "01393/thiet-lap", "01393/{week}", "01393/{week}/{slot}"})
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(String path, Page page) {
        signIn(page, null);
        open(
                page,
                (WORK + path)
                        .replaceAll("/$", "")
                        .replace("{week}", next.code())
                        .replace("{slot}", next.monday() + "-0530"));
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat(sideways(page)).isLessThanOrEqualTo(0);
    }

    private void signIn(Page page, @Nullable String commune) {
        var staff =
                Staff.make(portal, Set.of(commune == null ? Role.PUBLISHER : Role.COMMUNE_OFFICER), commune, Set.of());
        staff.enter(page.context());
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
