package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** What administrators look after, in a browser. */
@UsesBrowser
class SystemPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** Whether the one topic stands before the other. */
    private static final String IN_ORDER =
            "codes => { const at = code => [...document.querySelectorAll('[data-code]')].findIndex(row =>"
                    + " row.dataset.code === code); return at(codes[0]) < at(codes[1]); }";

    private static final String FOCUSED = "label => document.activeElement?.getAttribute('aria-label') === label";

    private final Portal portal;
    private final Staff administrator;

    SystemPageIT(Portal portal) {
        this.portal = portal;
        administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/quan-tri/he-thong",
                "/quan-tri/nhat-ky",
                "/quan-tri/cong-viec",
                "/quan-tri/chi-muc?hl=en",
                "/quan-tri/chu-de",
                "/quan-tri/chu-de/y-te?hl=en",
                "/quan-tri/co-quan",
                "/quan-tri/co-quan/chinh-phu?hl=en",
                "/quan-tri/kenh",
                "/quan-tri/dia-ban",
                "/quan-tri/loi-van",
                "/quan-tri/noi-nhan?hl=en",
                "/quan-tri/ngon-ngu?hl=en"
            })
    void axe_finds_nothing_and_no_page_breaks_its_policy(String path, Page page) {
        var told = new ArrayList<String>();
        page.onConsoleMessage(message -> told.add(message.text()));
        page.onPageError(told::add);
        open(page, path);

        assertThat(page.locator("h1").count()).isEqualTo(1);
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 600);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
        assertThat(told).isEmpty();
    }

    @Test
    void a_topic_is_dragged_below_another_and_put_back_with_the_keyboard(Page page) {
        var mine = ThreadLocalRandom.current()
                .ints(8, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var forms = new PlainForms(portal, administrator.cookie());
        for (var name : List.of("Kéo một ", "Kéo hai ")) {
            forms.send(
                    "/quan-tri/chu-de",
                    "lam",
                    "them",
                    "vi",
                    name + mine,
                    "en",
                    "",
                    "icon",
                    "tin",
                    "dia-chi",
                    "",
                    "duoi",
                    "");
        }
        open(page, "/quan-tri/chu-de");
        page.setViewportSize(1280, 4000);
        var second = page.locator("[data-code=keo-hai-" + mine + "]");
        second.dragTo(page.locator("[data-code=keo-mot-" + mine + "]"));
        page.locator(".note", new Page.LocatorOptions().setHasText("Đã chuyển."))
                .waitFor();
        assertThat(second.getAttribute("data-parent")).isEqualTo("keo-mot-" + mine);

        second.locator("a").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**/keo-hai-" + mine);
        page.locator("#duoi").focus();
        page.keyboard().press("Home");
        page.locator("button[value=chuyen]").focus();
        page.keyboard().press("Enter");
        page.locator(".note", new Page.LocatorOptions().setHasText("Đã chuyển."))
                .waitFor();
        open(page, "/quan-tri/chu-de");
        assertThat(second.getAttribute("data-depth")).isEqualTo("0");
        second.getByLabel("Đưa Kéo hai " + mine + " lên").focus();
        page.keyboard().press("Enter");
        page.locator(".note", new Page.LocatorOptions().setHasText("Đã chuyển."))
                .waitFor();
        assertThat(order(page, "keo-hai-" + mine, "keo-mot-" + mine)).isTrue();
        for (var code : List.of("keo-mot-" + mine, "keo-hai-" + mine)) {
            open(page, "/quan-tri/chu-de/" + code);
            page.locator("button[value=bo]").click();
            page.waitForURL(Pattern.compile(".*/quan-tri/chu-de(\\?.*)?$"));
        }
    }

    @Test
    void a_topic_is_reordered_moved_renamed_merged_and_removed_with_the_keyboard_alone(Page page) {
        var mine = "phim-"
                + ThreadLocalRandom.current()
                        .ints(8, 'a', 'z' + 1)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        var forms = new PlainForms(portal, administrator.cookie());
        for (var name : List.of("Một ", "Hai ", "Ba ")) {
            forms.send(
                    "/quan-tri/chu-de",
                    Map.of("lam", "them", "vi", name + mine, "en", "", "icon", "tin", "dia-chi", "", "duoi", ""));
        }
        open(page, "/quan-tri/chu-de");

        // Twice up without looking for the button again.
        tabTo(page, page.getByLabel("Đưa Ba " + mine + " lên"));
        page.keyboard().press("Enter");
        told(page, "Đã chuyển.");
        page.waitForFunction(FOCUSED, "Đưa Ba " + mine + " lên");
        page.keyboard().press("Enter");
        page.waitForFunction(IN_ORDER, List.of("ba-" + mine, "mot-" + mine));
        page.waitForFunction(FOCUSED, "Đưa Ba " + mine + " lên");
        tabTo(page, page.getByLabel("Đưa Ba " + mine + " xuống"));
        page.keyboard().press("Enter");
        page.waitForFunction(IN_ORDER, List.of("mot-" + mine, "ba-" + mine));
        page.waitForFunction(FOCUSED, "Đưa Ba " + mine + " xuống");

        tabTo(page, page.locator("a[href='/quan-tri/chu-de/ba-" + mine + "']"));
        page.keyboard().press("Enter");
        page.waitForURL("**/ba-" + mine);
        tabTo(page, page.locator("[name=vi]"));
        page.keyboard().press("End");
        page.keyboard().type(" mới");
        page.keyboard().press("Enter");
        told(page, "Đã lưu");
        tabTo(page, page.locator("#duoi"));
        choose(page, page.locator("#duoi"), "hai-" + mine);
        tabTo(page, page.locator("button[value=chuyen]"));
        page.keyboard().press("Enter");
        told(page, "Đã chuyển.");
        tabTo(page, page.locator("#vao"));
        choose(page, page.locator("#vao"), "mot-" + mine);
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.locator("#xem-gop").waitFor();
        assertThat((String) page.evaluate("document.activeElement.id"))
                .as("what it would do is at hand")
                .isEqualTo("xem-gop");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/mot-" + mine + "(\\?.*)?$"));

        for (var code : List.of("mot-" + mine, "hai-" + mine)) {
            open(page, "/quan-tri/chu-de/" + code);
            tabTo(page, page.locator("button[value=bo]"));
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/quan-tri/chu-de(\\?.*)?$"));
        }
    }

    private static void tabTo(Page page, Locator wanted) {
        for (var stop = 0; stop < 600; stop++) {
            if ((boolean) wanted.evaluate("element => element === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by Tab: " + wanted);
    }

    private static void choose(Page page, Locator select, String value) {
        page.keyboard().press("Home");
        for (var option = 0; option < 600 && !select.inputValue().equals(value); option++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(select.inputValue()).isEqualTo(value);
    }

    private static void told(Page page, String what) {
        page.locator(".note", new Page.LocatorOptions().setHasText(what)).waitFor();
    }

    private static boolean order(Page page, String first, String second) {
        return (boolean) page.evaluate(IN_ORDER, List.of(first, second));
    }

    private void open(Page page, String path) {
        administrator.enter(page.context());
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
