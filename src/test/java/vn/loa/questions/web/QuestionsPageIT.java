package vn.loa.questions.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** Somebody with a phone asks, follows and takes back; and the pages of those in office. */
@UsesBrowser
class QuestionsPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    QuestionsPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_question_is_asked_followed_and_taken_back_without_script(Browser browser) {
        try (var visitor = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setViewportSize(360, 740))) {
            var page = visitor.newPage();
            open(page, "/hoi-dap");
            page.locator("main a.go").click();
            page.locator("#noi-dung").fill("Nhà tôi muốn học nghề mộc, hỏi ai ở xã?");
            page.locator("#chu-de").selectOption("hoc-nghe");
            page.locator("#dia-ban").fill("xa lung nam");
            page.locator("#dong-y").check();
            page.locator("main button.go").click();

            var code = page.locator(".code strong").textContent();
            page.locator("main a.go").click();
            assertThat(page.locator(".status h2").textContent()).startsWith("Đã nhận");
            assertThat(page.locator("#ma").inputValue()).isEqualTo(code);

            open(page, "/hoi-dap/tra-cuu");
            page.locator("#ma").fill(code);
            page.locator(".lookup button").click();
            assertThat(page.locator(".status h2").textContent()).startsWith("Đã nhận");
            assertThat(page.url())
                    .as("addresses stay in the history of a shared phone")
                    .doesNotContain(code);
            page.locator("details.all summary").click();
            page.locator("#chac").check();
            page.locator("details.all button").click();
            assertThat(page.locator("[role=status]").textContent()).startsWith("Đã rút lại");
            assertThat(visitor.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/hoi-dap/gui",
                "/hoi-dap/gui?hl=en",
                "/hoi-dap/tra-cuu?ma=C9DW-5MKZ-6RHB",
                "/quan-tri/hoi-dap",
                "/quan-tri/hoi-dap/"
            })
    void axe_finds_nothing_in_the_light_and_in_the_dark_and_nothing_goes_sideways(String path, Page page) {
        if (path.startsWith("/quan-tri")) {
            var staff = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of());
            staff.enter(page.context());
        }
        open(page, path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (path.endsWith("/")) {
            page.locator(".work .name a").first().click();
            page.locator(".case").waitFor();
        }

        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
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
