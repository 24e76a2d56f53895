package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** People who come into the back office, look after their own account, and leave. */
@UsesBrowser
class OfficePageIT {
    private static final String SIGN_IN = "/tai-khoan/dang-nhap";
    private static final String DESK = "/quan-tri";
    private static final String OWN = "/tai-khoan";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    OfficePageIT(Portal portal) {
        this.portal = portal;
    }

    static Stream<Arguments> pages() {
        return Stream.of(
                        DESK,
                        OWN,
                        SIGN_IN,
                        "refused",
                        "/quan-tri/nguoi-dung",
                        "/quan-tri/nguoi-dung/bientap",
                        "/quan-tri/mo-tai-khoan")
                .flatMap(page -> Stream.of("", "?hl=en").map(language -> Arguments.of(page, language)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void axe_finds_nothing_and_no_page_breaks_its_policy(String path, String language, Page page) {
        var told = listen(page);
        var refused = path.equals("refused");
        if (!path.equals(SIGN_IN)) {
            enter(page, Staff.make(portal, refused ? Set.of() : EnumSet.allOf(Role.class), null, Set.of("hmn")));
        }
        open(page, (refused ? DESK : path) + language);

        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 600);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
        // A page that may not be opened is an error to the console, too.
        assertThat(told.stream().filter(text -> !text.contains("403"))).isEmpty();
    }

    @Test
    void somebody_signs_in_works_and_leaves_with_the_keyboard_alone(Page page) {
        page.setViewportSize(1280, 860);
        open(page, DESK);
        page.keyboard().type("bientap");
        page.keyboard().press("Tab");
        page.keyboard().type(Staff.PASSWORD);
        page.keyboard().press("Enter");

        page.waitForURL("**/quan-tri");
        assertThat(page.locator("h1").textContent()).isEqualTo("Chào Biên tập viên mẫu");
        page.keyboard().press("Tab");
        assertThat(page.evaluate("document.activeElement.className")).isEqualTo("skip");
        reach(page, ".leave");
        page.keyboard().press("Enter");

        page.waitForURL("**" + SIGN_IN + "**");
        assertThat(page.locator(".note").textContent()).isEqualTo("Đã đăng xuất.");
        open(page, DESK);
        assertThat(page.url()).contains(SIGN_IN);
    }

    @Test
    void signing_in_and_out_needs_no_script(Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            open(page, OWN);
            fillIn(page, "bientap", "sai-mat-khau");
            assertThat(page.locator("[role=alert]").textContent()).isEqualTo("Tên tài khoản hoặc mật khẩu không đúng.");
            fillIn(page, "bientap", Staff.PASSWORD);

            assertThat(page.url()).endsWith(OWN);
            assertThat(page.locator("h1").textContent()).isEqualTo("Tài khoản của tôi");
            page.locator(".leave").click();
            assertThat(page.url()).contains(SIGN_IN);
            assertThat(visitor.cookies().stream().map(cookie -> cookie.name)).doesNotContain(Staff.COOKIE);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_session_somewhere_else_is_ended_here(boolean withScript, Browser browser) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var elsewhere = staff.cookieElsewhere();
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(withScript))) {
            var page = visitor.newPage();
            var told = listen(page);
            enter(page, staff);
            open(page, OWN);
            var rows = page.locator("tbody tr");
            assertThat(rows.count()).isEqualTo(3);
            assertThat(rows.nth(0).textContent()).contains("phiên này");

            rows.nth(1).locator("button").click();
            page.locator(".ui-messages-info").waitFor();
            assertThat(page.locator(".ui-messages-info").textContent()).contains("Đã kết thúc phiên ấy.");
            assertThat(rows.count()).isEqualTo(2);
            assertThat(portal.get(DESK, "Cookie", elsewhere).statusCode()).isEqualTo(303);

            page.locator("[id$=':tat-ca']").click();
            page.getByText("Đã kết thúc 1 phiên khác.").waitFor();
            assertThat(staff.get("/api/v1/sessions").statusCode()).isEqualTo(401);
            assertThat(told).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void the_session_that_was_chosen_ends_whatever_has_been_opened_meanwhile(boolean withScript, Browser browser) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var chosen = staff.cookieElsewhere();
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(withScript))) {
            var page = visitor.newPage();
            enter(page, staff);
            open(page, OWN);
            var meanwhile = staff.cookieElsewhere();
            page.locator("tbody tr").nth(1).locator("button").click();

            page.getByText("Đã kết thúc phiên ấy.").waitFor();
            assertThat(portal.get(DESK, "Cookie", chosen).statusCode()).isEqualTo(303);
            assertThat(portal.get(DESK, "Cookie", meanwhile).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void a_session_that_has_ended_meanwhile_is_told_to_have(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page, staff);
        open(page, OWN);
        staff.send("DELETE", "/api/v1/sessions/current", "");

        page.locator("tbody tr").nth(1).locator("button").click();
        page.getByText("Phiên ấy đã kết thúc từ trước.").waitFor();
        assertThat(page.locator("tbody tr").count()).isEqualTo(1);
    }

    @Test
    void what_was_written_stays_when_a_script_is_refused(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page, staff);
        open(page, OWN);
        page.locator("[id$=':nay']").fill("đã viết");
        var refusal = portal.send(HttpRequest.newBuilder(portal.uri(OWN))
                .POST(BodyPublishers.noBody())
                .headers("Faces-Request", "partial/ajax", "Sec-Fetch-Site", "cross-site")
                .build());
        page.route(
                "**" + OWN,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/xml;charset=UTF-8")
                        .setBody(refusal.body())));

        page.locator("[id$=':doi']").click();
        page.locator("#bao .alert").waitFor();
        assertThat(page.locator("#bao").textContent()).contains("không được gửi từ trang của cổng");
        assertThat(page.locator("[id$=':nay']").inputValue()).isEqualTo("đã viết");
    }

    @Test
    void a_new_password_ends_all_sessions_and_is_the_right_one_from_then_on(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        open(page, OWN);
        fillIn(page, staff.username(), Staff.PASSWORD);

        change(page, Staff.PASSWORD, "ngắn", "ngắn");
        page.getByText("Mật khẩu mới phải có từ 12 đến 200 ký tự.").waitFor();
        change(page, Staff.PASSWORD, "mười hai ký tự", "mười hai ký tự khác");
        page.getByText("Hai lần nhập mật khẩu mới không giống nhau.").waitFor();
        change(page, "không phải", "mười hai ký tự", "mười hai ký tự");
        page.getByText("Mật khẩu hiện tại không đúng.").waitFor();
        assertThat(page.locator("[aria-invalid=true]").getAttribute("id")).isEqualTo("mat-khau:nay");
        assertThat(page.locator("[autocomplete=username]").inputValue()).isEqualTo(staff.username());
        change(page, Staff.PASSWORD, "mười hai ký tự", "mười hai ký tự");

        page.waitForURL("**" + SIGN_IN + "**");
        assertThat(page.locator(".note").textContent()).contains("Đã đổi mật khẩu.");
        fillIn(page, staff.username(), Staff.PASSWORD);
        assertThat(page.locator("[role=alert]").textContent()).isEqualTo("Tên tài khoản hoặc mật khẩu không đúng.");
        fillIn(page, staff.username(), "mười hai ký tự");
        assertThat(page.url()).endsWith(OWN);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_form_that_is_not_known_any_more_is_shown_anew_with_a_word_on_it(boolean withScript, Browser browser) {
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(withScript))) {
            var page = visitor.newPage();
            var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
            enter(page, staff);
            open(page, OWN);
            visitor.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

            page.locator("[id$=':doi']").click();
            page.waitForURL("**luu-y=qua-han**");
            assertThat(page.locator(".alert").textContent()).contains("không còn hiệu lực");

            page.locator("[id$=':doi']").click();
            page.getByText("Cần điền đủ cả ba ô.").waitFor();
            assertThat(page.locator("#bao .alert").count()).as("said once").isLessThanOrEqualTo(withScript ? 1 : 0);
        }
    }

    @Test
    void a_form_sent_after_the_session_has_ended_leads_to_signing_in_and_back(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        enter(page, staff);
        open(page, OWN);
        page.context().clearCookies();

        page.locator("[id$=':doi']").click();
        page.waitForURL("**" + SIGN_IN + "**");
        assertThat(page.locator(".note").textContent()).startsWith("Phiên làm việc đã hết.");
        fillIn(page, staff.username(), Staff.PASSWORD);
        assertThat(page.url()).endsWith(OWN);
    }

    @Test
    void what_was_written_into_a_form_outlasts_the_session(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        enter(page, staff);
        open(page, OWN);
        page.context().clearCookies();

        change(page, "không phải", "mười hai ký tự", "mười hai ký tự");
        page.locator("#het-phien[open]").waitFor();
        assertThat(page.url()).endsWith(OWN);
        enter(page, staff);
        page.locator("#het-phien [data-do=tiep]").click();

        page.getByText("Mật khẩu hiện tại không đúng.").waitFor();
    }

    @Test
    void what_is_typed_into_a_form_that_keeps_nothing_is_not_left_without_a_question(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()));
        open(page, "/quan-tri/co-quan");
        var asked = new ArrayList<String>();
        page.onDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        var field = page.locator("section[aria-labelledby=h-them] input[name=vi]");
        var next = page.locator("main a[href^='/quan-tri/co-quan/']").first();
        // Browsers ask only those who have done something on the page.
        field.click();
        field.fill("Sở viết dở");

        next.dispatchEvent("click");
        Until.holds(() -> asked.equals(List.of("beforeunload")));
        assertThat(field.inputValue()).isEqualTo("Sở viết dở");

        field.fill("");
        next.click();
        page.waitForURL("**/quan-tri/co-quan/*");
        assertThat(asked).as("where nothing is written any more").hasSize(1);
    }

    @Test
    void what_was_written_into_a_form_outlasts_the_page_that_the_portal_remembers(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword());
        open(page, OWN);
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));

        change(page, "không phải", "mười hai ký tự", "mười hai ký tự");

        page.getByText("Mật khẩu hiện tại không đúng.").waitFor();
    }

    private void enter(Page page, Staff staff) {
        staff.enter(page.context());
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
    }

    private static void fillIn(Page page, String name, String password) {
        page.locator("#ten").fill(name);
        page.locator("#mat-khau").fill(password);
        page.locator(".door button").click();
    }

    private static void change(Page page, String present, String wanted, String repeated) {
        page.locator("[id$=':nay']").fill(present);
        page.locator("[id$=':moi']").fill(wanted);
        page.locator("[id$=':lai']").fill(repeated);
        page.locator("[id$=':doi']").click();
    }

    private static void reach(Page page, String selector) {
        var wanted = page.locator(selector);
        for (var stop = 0; stop < 30; stop++) {
            if ((boolean) wanted.evaluate("e => e === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    /** What browsers complain about, from now on. */
    private static List<String> listen(Page page) {
        var told = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                told.add(message.text());
            }
        });
        page.onPageError(told::add);
        return told;
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
