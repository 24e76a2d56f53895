package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.Csv;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UsesBrowser;

/** WCAG 2.2 AA as far as a program can tell: axe, keyboard, large text, narrow view. */
@UsesBrowser
class AccessibilityPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    AccessibilityPageIT(Portal portal) {
        this.portal = portal;
    }

    static Stream<String> pages() {
        return Stream.concat(PublicAddresses.inEveryForm(), Stream.of("/?hl=hmn", "/khong-co", "/khong-co?hl=en"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axe_finds_nothing(String address, Page page) {
        page.navigate(portal.uri(address).toString());

        assertThat(violations(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", PublicAddresses.SKIT, PublicAddresses.PLAN, "/san-pham"})
    void axe_finds_nothing_in_the_dark(String address, Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.navigate(portal.uri(address).toString());

        assertThat(violations(page)).isEmpty();
    }

    @Test
    void axe_finds_what_is_wrong(Page page) {
        page.setContent("<html lang='vi'><title>x</title><main><h1>x</h1><img src='data:,'></main></html>");

        assertThat(violations(page)).singleElement().asString().startsWith("image-alt: ");
    }

    @Test
    void axe_finds_nothing_in_a_long_report_on_a_sheet(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var sheet = new StringBuilder(Csv.row("Khóa", "Thể loại", "Năm", "Tiêu đề (vi)"));
        for (var line = 1; line <= 40; line++) {
            sheet.append(Csv.row("sai-" + line, "phim truyền kỳ", "hai nghìn", ""));
        }
        var upload =
                new TusClient(portal, editor).upload("kho.csv", sheet.toString().getBytes(StandardCharsets.UTF_8));
        var run = new PlainForms(portal, editor.cookie())
                .send("/quan-tri/nhap-nhieu", "tep", upload)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        editor.enter(page.context());
        page.setViewportSize(1280, 860);
        page.navigate(portal.uri(run).toString());
        page.getByText("Dòng 41").waitFor();

        assertThat(violations(page)).isEmpty();
    }

    /** Of what is right nothing is told, which takes longer than to find it; no page of ours has frames of others, so axe may look at them from this one. */
    private static List<String> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .setLegacyMode(true).options(options).withTags(RULES).analyze().getViolations().stream()
                        .map(AccessibilityPageIT::told)
                        .toList();
    }

    private static String told(Rule rule) {
        return rule.getId() + ": "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** 320 CSS pixels are what remains of a desktop of 1280 at 400 %. */
    @ParameterizedTest
    @MethodSource("vn.loa.testing.PublicAddresses#pages")
    void neither_four_hundred_percent_nor_text_twice_as_large_scrolls_sideways(String address, Page page) {
        page.navigate(portal.uri(address).toString());
        page.evaluate("document.documentElement.style.fontSize = '200%'");
        assertThat(beyond(page)).as("large text").isEmpty();

        page.evaluate("document.documentElement.style.fontSize = ''");
        page.setViewportSize(320, 256);
        assertThat(beyond(page)).as("narrow").isEmpty();
    }

    /** What stands so far to the right that the page scrolls sideways. */
    @SuppressWarnings("unchecked")
    private static List<String> beyond(Page page) {
        return (List<String>) page.evaluate("""
                () => {
                  const edge = document.documentElement.clientWidth;
                  if (document.documentElement.scrollWidth <= edge) return [];
                  const found = [...document.body.querySelectorAll('*')]
                      .map(node => [node, Math.round(node.getBoundingClientRect().right - edge)])
                      .filter(([node, by]) => by > 0)
                      .map(([node, by]) => `${by} px: ${node.outerHTML.slice(0, 200)}`);
                  return found.length ? found : ['something that is not an element'];
                }""");
    }

    @Test
    void a_visitor_with_a_keyboard_skips_to_the_content_and_reaches_play(Page page) {
        page.setViewportSize(1280, 860);
        page.navigate(portal.uri(PublicAddresses.SKIT).toString());

        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        page.keyboard().press("Enter");
        assertThat(page.url()).endsWith("#chinh");

        assertThat(tabTo(page, "[data-do=toggle]")).isTrue();
        assertThat((String) page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/san-pham", PublicAddresses.PLAN, "/tim-kiem?q=vay"})
    void every_stop_of_the_keyboard_is_seen(String address, Page page) {
        page.navigate(portal.uri(address).toString());
        for (var stop = 0; stop < 60; stop++) {
            page.keyboard().press("Tab");
            var hidden = (boolean) page.evaluate("""
                    () => { const e = document.activeElement;
                            if (e === document.body) return false;
                            const r = e.getBoundingClientRect();
                            return r.width === 0 || r.bottom <= 0 || r.top >= innerHeight; }""");
            assertThat(hidden)
                    .as(() -> String.valueOf(page.evaluate("document.activeElement.outerHTML")))
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"/, 'button, nav a, .topics a, .seg a, .voices a'", "/dia-ban/04, .all a"})
    void what_a_thumb_must_hit_is_large_enough(String address, String targets, Page page) {
        page.navigate(portal.uri(address).toString());
        page.evaluate("document.querySelectorAll('details.all').forEach(list => list.open = true)");

        assertThat(page.locator(targets).count()).isPositive();
        assertThat((List<?>) page.evaluate("""
                        targets => [...document.querySelectorAll(targets)]
                            .filter(e => e.offsetParent && e.getBoundingClientRect().height < 48)
                            .map(e => e.outerHTML)""", targets)).isEmpty();
    }

    @Test
    void passages_in_another_language_say_so(Browser browser) {
        try (var visitor = browser.newContext()) {
            var page = visitor.newPage();
            page.navigate(portal.uri(PublicAddresses.PLAN + "?hl=en").toString());

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("h1").getAttribute("lang")).isEqualTo("vi");
            assertThat(page.locator(".tongues a[lang='hmn-Latn-VN']").count()).isEqualTo(1);
            assertThat(page.locator(".tongues a[lang='tyz-Latn-VN']").count()).isEqualTo(1);
        }
    }

    private static boolean tabTo(Page page, String selector) {
        for (var stop = 0; stop < 40; stop++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("s => document.activeElement.matches(s)", selector)) {
                return true;
            }
        }
        return false;
    }
}
