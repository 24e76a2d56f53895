package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.testing.Drafts;
import vn.loa.testing.OfficeMenu;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;
import vn.loa.testing.Wav;

/** The day of each role, from signing in to what comes of it; pictures of each step, on a telephone and on a desk, lie in {@code target/role-days}. */
@UsesBrowser
class RoleDaysPageIT {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String LIST = "/quan-tri/san-pham/";
    private static final String HERE = "01393";
    private static final Path PICTURES =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/role-days");
    private static final LocatorAssertions.ContainsTextOptions PATIENTLY =
            new LocatorAssertions.ContainsTextOptions().setTimeout(120_000);

    private final Portal portal;
    private final List<String> told = new ArrayList<>();

    RoleDaysPageIT(Portal portal) {
        this.portal = portal;
    }

    /** One product goes through the hands of three people. */
    @Test
    void an_editor_a_reviewer_and_a_publisher_bring_a_product_to_the_public(Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
            var page = visitor.newPage();
            page.setDefaultTimeout(30_000);
            listen(page);
            var title = Drafts.title();
            var slug = edited(page, title);
            reviewed(page, slug, title);
            published(page, slug, title);
        }
        assertThat(told).isEmpty();
    }

    /** From nothing to a work that waits for its reviewers. */
    private String edited(Page page, String title) {
        signIn(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        pictured(page, "editor-1-desk");
        page.navigate(portal.uri("/quan-tri/san-pham").toString());
        pictured(page, "editor-2-list");
        page.locator("a[href$='/quan-tri/san-pham/moi']").click();
        page.locator("#ten-vi").fill(title);
        page.locator("#tom-tat-vi").fill("Bà con lấy nước ở bể mới của cả bản.");
        page.locator("[name='the-loai']").selectOption("tieu-pham");
        pictured(page, "editor-3-new");
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-tao");
        var slug = page.url().replaceAll(".*/san-pham/([^?]+).*", "$1");
        pictured(page, "editor-4-begun");

        page.navigate(portal.uri(LIST + slug + "/tep").toString());
        page.locator("[data-pick]").setInputFiles(new FilePayload("be-nuoc.vi.wav", "audio/wav", Wav.of(4)));
        PlaywrightAssertions.assertThat(page.locator("#cac-tep")).containsText("chờ thẩm định", PATIENTLY);
        pictured(page, "editor-5-files");

        page.navigate(portal.uri(LIST + slug + "/phu-de/vi").toString());
        page.locator("#soan:not([aria-busy])").waitFor();
        page.locator("[data-do=them]").click();
        page.locator("#chu").fill("Bà con chú ý");
        Until.holds(() -> page.locator("#tinh-hinh").textContent().startsWith("Đã lưu"));
        pictured(page, "editor-6-subtitles");
        page.locator("[data-do=nop]").click();
        Until.holds(() -> page.locator("#tinh-hinh").textContent().startsWith("Đã gửi thẩm định"));

        page.navigate(portal.uri(LIST + slug).toString());
        page.locator("button[value='gui-duyet']").click();
        page.waitForURL("**luu-y=gui-duyet");
        pictured(page, "editor-7-sent");
        return slug;
    }

    /** One track is sent back at a second, the other approved. */
    private void reviewed(Page page, String slug, String title) {
        signIn(page, Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi")));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(title);
        pictured(page, "reviewer-1-desk");
        page.navigate(portal.uri(LIST + slug).toString());
        // The words, which are judged beside the sound; what was returned waits for its editor.
        var words = page.locator("li[id^=ban-]:has(audio)").last();
        var heard = words.locator("audio");
        heard.evaluate("audio => { audio.preload = 'auto'; }");
        Until.holds(() -> Boolean.TRUE.equals(heard.evaluate("audio => audio.readyState > 0")));
        heard.evaluate("audio => audio.play()");
        Until.holds(() -> Boolean.TRUE.equals(heard.evaluate("audio => audio.currentTime > 1")));
        heard.evaluate("audio => audio.pause()");
        words.locator("summary").last().click();
        words.locator("[data-mark]").click();
        page.keyboard().type("viết hoa tên bản");
        pictured(page, "reviewer-2-at-a-second");
        words.locator("button[value='tra-ban']").click();
        page.waitForURL("**luu-y=tra-ban");
        PlaywrightAssertions.assertThat(words).containsText("viết hoa tên bản");
        pictured(page, "reviewer-3-returned");
        // The sound is good as it is.
        var waiting = page.locator("button[value='duyet-ban']");
        for (var left = waiting.count(); left > 0; left = waiting.count()) {
            var before = left;
            waiting.first().click();
            page.waitForCondition(() -> waiting.count() < before);
        }
        pictured(page, "reviewer-4-approved");
    }

    /** Seen, compared, scheduled, published, withdrawn. */
    private void published(Page page, String slug, String title) {
        signIn(page, Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()));
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(title);
        pictured(page, "publisher-1-desk");
        page.navigate(portal.uri(LIST + slug + "/xem-truoc").toString());
        PlaywrightAssertions.assertThat(page.frameLocator(".phone iframe").locator("h1"))
                .containsText(title);
        pictured(page, "publisher-2-preview");
        page.navigate(portal.uri(LIST + slug + "/lich-su").toString());
        pictured(page, "publisher-3-history");
        page.navigate(portal.uri(LIST + slug).toString());
        press(page, "duyet");
        pictured(page, "publisher-4-approved");
        page.locator("details:has(#luc) summary").click();
        page.locator("#luc").fill(LocalDate.now(TimeSource.ZONE).plusDays(200) + "T07:30");
        press(page, "hen-gio");
        pictured(page, "publisher-5-scheduled");
        press(page, "bo-hen");
        press(page, "dang");
        pictured(page, "publisher-6-published");
        assertThat(portal.get("/san-pham/" + slug).body()).contains(title);
        page.locator("details:has(#ly-do-go) summary").click();
        page.locator("#ly-do-go").fill("Số liệu đã cũ.");
        press(page, "go");
        pictured(page, "publisher-7-withdrawn");
        assertThat(portal.get("/san-pham/" + slug).statusCode()).isIn(404, 410);
    }

    @Test
    void an_administrator_opens_an_account_makes_a_link_arranges_a_topic_and_finds_it_in_the_audit_trail(
            Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
            var page = visitor.newPage();
            listen(page);
            var administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
            signIn(page, administrator);
            pictured(page, "administrator-1-desk");
            var name = "moi-" + UUID.randomUUID().toString().substring(0, 8);
            page.navigate(portal.uri("/quan-tri/mo-tai-khoan").toString());
            page.locator("[id$=':tai-khoan']").fill(name);
            page.locator("[id$=':ten']").fill("Hoàng Thị Mai");
            page.getByLabel("Biên tập viên").check();
            page.locator("[id$=':mo']").click();
            page.locator("#lien-ket").waitFor();
            pictured(page, "administrator-2-account");
            page.navigate(portal.uri("/quan-tri/nguoi-dung/" + name).toString());
            page.locator("[id$=':moi']").click();
            page.locator("#lien-ket").waitFor();
            pictured(page, "administrator-3-link");
            page.navigate(portal.uri("/quan-tri/he-thong").toString());
            pictured(page, "administrator-4-system");
            page.navigate(portal.uri("/quan-tri/chu-de").toString());
            page.locator("form:has(button[value=them]) [name=vi]").fill("Chủ đề " + name);
            page.locator("button[value=them]").click();
            page.locator(".note:has-text('Đã thêm.')").waitFor();
            pictured(page, "administrator-5-terms");
            page.navigate(portal.uri("/quan-tri/nhat-ky?nguoi=" + administrator.username())
                    .toString());
            PlaywrightAssertions.assertThat(page.locator("main")).containsText(name);
            pictured(page, "administrator-6-audit");
            page.navigate(portal.uri("/quan-tri/san-pham").toString());
            pictured(page, "administrator-7-products");
            page.navigate(portal.uri("/quan-tri/chu-de/chu-de-" + name).toString());
            page.locator("button[value=bo]").click();
            page.waitForURL(Pattern.compile(".*/quan-tri/chu-de(\\?.*)?"));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void an_officer_of_a_commune_finds_what_concerns_it_and_nothing_else(Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
            var page = visitor.newPage();
            listen(page);
            signIn(page, Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), HERE, Set.of()));
            pictured(page, "officer-1-desk");
            OfficeMenu.unfold(page);
            page.locator(".rooms a[href$='/quan-tri/hoi-dap']").click();
            pictured(page, "officer-2-questions");
            told.clear();
            page.navigate(portal.uri("/quan-tri/san-pham").toString());
            PlaywrightAssertions.assertThat(page.locator("main")).containsText("Biên tập viên");
            pictured(page, "officer-3-refused");
        }
    }

    private void signIn(Page page, Staff staff) {
        page.context().clearCookies();
        page.navigate(portal.uri("/tai-khoan/dang-nhap").toString());
        page.locator("#ten").fill(staff.withPassword().username());
        page.locator("#mat-khau").fill(Staff.PASSWORD);
        page.locator(".door button").click();
        page.waitForURL("**/quan-tri");
    }

    private static void press(Page page, String deed) {
        page.locator("button[value='" + deed + "']").first().click();
        page.waitForURL("**luu-y=" + deed);
    }

    private void listen(Page page) {
        page.onPageError(told::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                told.add(message.text());
            }
        });
    }

    private static void pictured(Page page, String name) {
        for (var width : List.of(1280, 360)) {
            page.setViewportSize(width, width == 360 ? 740 : 860);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve(name + "-" + width + ".png"))
                    .setFullPage(true));
            assertThat((int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(name + " goes sideways at " + width)
                    .isLessThanOrEqualTo(0);
        }
        assertThat(new AxeBuilder(page)
                        .withTags(RULES).exclude("iframe").analyze().getViolations().stream()
                                .map(rule -> rule.getId() + ": "
                                        + rule.getNodes().stream()
                                                .map(node -> node.getHtml())
                                                .toList()))
                .as(name)
                .isEmpty();
        page.setViewportSize(1280, 860);
    }
}
