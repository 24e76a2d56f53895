package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesBrowser;

/** What an administrator does with the accounts of others. */
@UsesBrowser
class PeoplePageIT {
    private static final String PEOPLE = "/quan-tri/nguoi-dung";
    private static final String CHOSEN = "một câu dài dễ nhớ";

    private final Portal portal;
    private final Staff administrator;

    PeoplePageIT(Portal portal) {
        this.portal = portal;
        administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_new_colleague_gets_an_account_and_chooses_the_password(boolean withScript, Browser browser) {
        var name = "moi-" + UUID.randomUUID().toString().substring(0, 8);
        try (var office = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(withScript));
                var elsewhere = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = office.newPage();
            enter(page);
            open(page, PEOPLE);
            page.getByText("Mở tài khoản").click();
            page.locator("[id$=':tai-khoan']").fill(name);
            page.locator("[id$=':ten']").fill("Hoàng Thị Mai");
            page.getByLabel("Người thẩm định ngôn ngữ").check();
            page.locator("[id$=':mo']").click();
            page.getByText("Người thẩm định phải có ít nhất một ngôn ngữ.")
                    .first()
                    .waitFor();
            page.locator("[id$=':tieng'] input").nth(1).check();
            page.locator("[id$=':mo']").click();
            page.locator("#lien-ket").waitFor();
            var link = URI.create(page.locator("#lien-ket").inputValue());
            assertThat(link.getPath()).isEqualTo("/tai-khoan/mat-khau-moi");

            open(page, PEOPLE + "?trang-thai=awaited&q=" + name);
            assertThat(page.locator("tbody tr").textContent())
                    .contains("Hoàng Thị Mai", "Chờ vào lần đầu", "dùng được đến");

            var colleague = elsewhere.newPage();
            colleague.navigate(link.toString());
            assertThat(colleague.locator("main").textContent()).contains("Mật khẩu cho tài khoản " + name + ".");
            choose(colleague, "ngắn", "ngắn");
            assertThat(colleague.locator("[role=alert]").textContent()).contains("từ 12 đến 200 ký tự");
            choose(colleague, CHOSEN, CHOSEN);
            assertThat(colleague.locator(".note").textContent()).contains("xin đăng nhập bằng mật khẩu mới");
            colleague.locator("#ten").fill(name);
            colleague.locator("#mat-khau").fill(CHOSEN);
            colleague.locator(".door button").click();
            assertThat(colleague.locator("h1").textContent()).isEqualTo("Chào Hoàng Thị Mai");

            colleague.navigate(link.toString());
            assertThat(colleague.locator("[role=alert]").textContent()).contains("Liên kết này không dùng được");

            open(page, PEOPLE + "?trang-thai=awaited&q=" + name);
            assertThat(page.locator("main").textContent()).contains("Không có ai như vậy");
            open(page, PEOPLE + "?q=" + name);
            assertThat(page.locator("tbody tr").count()).isEqualTo(1);
            assertThat(page.locator("tbody tr").textContent())
                    .contains("Hoàng Thị Mai", "Người thẩm định ngôn ngữ", "Toàn tỉnh", "Đang mở");
            open(page, PEOPLE + "?q=canboxa");
            assertThat(page.locator("tbody td").nth(2).textContent()).startsWith("Xã ");
        }
    }

    @Test
    void a_role_is_given_and_an_account_is_closed_and_opened_again(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page);
        open(page, PEOPLE + "/" + staff.username());
        page.getByLabel("Người duyệt đăng").check();
        page.locator("[id$=':ten']").fill("");
        page.locator("[id$=':luu']").click();
        page.getByText("Cần có tên.").first().waitFor();
        page.locator("[id$=':ten']").fill("Nông  Văn\u202e Hải");
        page.locator("[id$=':luu']").click();
        page.getByText("Đã lưu.").waitFor();
        var cookie = staff.cookie();
        assertThat(portal.get("/quan-tri", "Cookie", cookie).body())
                .contains("Biên tập viên, Người duyệt đăng")
                .doesNotContain("\u202e");

        page.locator("[id$=':dong-lai']").click();
        page.getByText("Đã đóng tài khoản").waitFor();
        assertThat(portal.get("/quan-tri", "Cookie", cookie).statusCode()).isEqualTo(303);

        page.locator("[id$=':mo-lai']").click();
        page.getByText("Đã mở lại tài khoản.").waitFor();
        assertThat(portal.get("/quan-tri", "Cookie", staff.cookie()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void who_is_awaited_gets_a_new_link_when_their_roles_change_and_the_administrator_is_shown_it(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        portal.sql().change("update account set awaited = true where username = ?", staff.username());
        enter(page);
        open(page, PEOPLE + "/" + staff.username());
        page.locator("[id$=':moi']").click();
        page.locator("#lien-ket").waitFor();
        var older = page.locator("#lien-ket").inputValue();

        page.getByLabel("Người duyệt đăng").check();
        page.locator("[id$=':luu']").click();
        page.getByText("Liên kết mới ở mục Mật khẩu dưới đây").waitFor();

        var newer = page.locator("#lien-ket").inputValue();
        assertThat(newer).isNotEqualTo(older);
        assertThat(portal.send(HttpRequest.newBuilder(URI.create(older)).build())
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.send(HttpRequest.newBuilder(URI.create(newer)).build())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_two_administrators_write_at_once_is_not_lost_without_a_word(Browser browser) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var one = browser.newContext();
                var other = browser.newContext()) {
            var first = one.newPage();
            var second = other.newPage();
            for (var page : List.of(first, second)) {
                enter(page);
                open(page, PEOPLE + "/" + staff.username());
            }
            first.locator("[id$=':ten']").fill("Của người thứ nhất");
            first.locator("[id$=':luu']").click();
            first.getByText("Đã lưu.").waitFor();

            second.locator("[id$=':ten']").fill("Của người thứ hai");
            second.locator("[id$=':luu']").click();
            second.locator(".clash").getByText("Của người thứ nhất").waitFor();
            assertThat(second.locator("[id$=':ten']").inputValue()).isEqualTo("Của người thứ hai");
            second.waitForCondition(
                    () -> second.evaluate("document.activeElement.id").equals("nguoi:ten"));
            second.locator("[id$=':luu']").click();
            second.getByText("Đã lưu.").waitFor();

            first.getByLabel("Người duyệt").check();
            first.locator("[id$=':luu']").click();
            first.getByText("cùng với những ô người khác vừa sửa").waitFor();
            assertThat(first.locator("[id$=':ten']").inputValue()).isEqualTo("Của người thứ hai");
        }
    }

    @Test
    void what_each_of_two_administrators_changed_of_an_account_is_saved(Browser browser) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        try (var one = browser.newContext();
                var other = browser.newContext()) {
            var first = one.newPage();
            var second = other.newPage();
            for (var page : List.of(first, second)) {
                enter(page);
                open(page, PEOPLE + "/" + staff.username());
            }
            first.getByLabel("Người duyệt").check();
            first.locator("[id$=':luu']").click();
            first.getByText("Đã lưu.").waitFor();
            second.locator("[id$=':ten']").fill("Tên khác");
            second.locator("[id$=':luu']").click();
            second.getByText("cùng với những ô người khác vừa sửa").waitFor();
            assertThat(second.getByLabel("Người duyệt").isChecked()).isTrue();
            assertThat(second.getByLabel("Biên tập viên").isChecked()).isTrue();
        }
    }

    @Test
    void whoever_opens_an_account_is_led_to_the_field_in_which_something_is_wrong(Page page) {
        enter(page);
        open(page, "/quan-tri/mo-tai-khoan");
        page.locator("[id$=':mo']").click();
        page.locator("#tai-khoan-sai").waitFor();
        assertThat(page.locator("main input[aria-invalid=true]").evaluateAll("all => all.map(one => one.id)"))
                .isEqualTo(List.of("nguoi:tai-khoan", "nguoi:ten"));
        page.waitForCondition(() -> page.evaluate("document.activeElement.id").equals("nguoi:tai-khoan"));

        page.locator("[id$=':tai-khoan']")
                .fill("moi-" + UUID.randomUUID().toString().substring(0, 8));
        page.locator("[id$=':ten']").fill("Người mới");
        page.locator("[id$=':mo']").click();
        page.locator("#lien-ket").waitFor();
        assertThat(page.locator("[data-copy]").isVisible()).isTrue();
        assertThat(
                        page.locator("#lien-ket")
                                .evaluate(
                                        "field => field.scrollHeight <= field.clientHeight + 2 && field.scrollWidth <= field.clientWidth + 1"))
                .as("all of it is seen")
                .isEqualTo(true);
    }

    @Test
    void a_newer_link_takes_the_place_of_the_older_one(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var cookie = staff.cookie();
        enter(page);
        open(page, PEOPLE + "/" + staff.username());
        page.locator("[id$=':moi']").click();
        page.locator("#lien-ket").waitFor();
        var older = page.locator("#lien-ket").inputValue();
        page.locator("[id$=':moi']").click();
        page.waitForCondition(() -> page.locator("#lien-ket").count() == 1
                && !page.locator("#lien-ket").inputValue().equals(older));
        var newer = page.locator("#lien-ket").inputValue();

        assertThat(portal.send(HttpRequest.newBuilder(URI.create(older)).build())
                        .statusCode())
                .isEqualTo(404);
        var shown = portal.send(HttpRequest.newBuilder(URI.create(newer)).build());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(shown.headers().map()).doesNotContainKey("set-cookie");
        assertThat(portal.get("/quan-tri", "Cookie", cookie).statusCode())
                .as("nobody is signed out by a link")
                .isEqualTo(200);
    }

    @Test
    void what_was_ticked_stays_when_a_link_is_made_and_the_second_step_is_taken_away(Page page) {
        var staff = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        portal.sql()
                .change(
                        "insert into second_factor (account, secret_key, begun_at, confirmed_at)"
                                + " select id, decode(repeat('ab', 20), 'hex'), now(), now() from account where username = ?",
                        staff.username());
        enter(page);
        open(page, PEOPLE + "/" + staff.username());
        var publisher = page.getByLabel("Người duyệt đăng");
        publisher.check();
        page.locator("[id$=':ten']").fill("Nông Văn Hải");

        page.locator("[id$=':moi']").click();
        page.locator("#lien-ket").waitFor();
        page.locator("[id$=':bo-hai-buoc']").click();
        page.getByText("Đã tắt xác thực hai bước của người này").waitFor();

        assertThat(publisher.isChecked()).isTrue();
        assertThat(page.locator("[id$=':ten']").inputValue()).isEqualTo("Nông Văn Hải");
        page.locator("[id$=':luu']").click();
        page.getByText("Đã lưu.").waitFor();
        page.getByText("Liên kết đặt mật khẩu đã tạo trước đây không dùng được nữa.")
                .waitFor();
        assertThat(publisher.isChecked()).isTrue();
    }

    @Test
    void who_finds_the_browser_of_an_administrator_open_gets_no_other_password_and_no_way_past_the_code(Page page) {
        var colleague = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        for (var staff : List.of(administrator, colleague)) {
            portal.sql()
                    .change(
                            "insert into second_factor (account, secret_key, begun_at, confirmed_at)"
                                    + " select id, decode(repeat('ab', 20), 'hex'), now(), now() from account where username = ?",
                            staff.username());
        }
        enter(page);
        var own = PEOPLE + "/" + administrator.username();

        open(page, own);
        assertThat(page.locator("[id$=':moi'], [id$=':bo-hai-buoc'], [id$=':noi'], [id$=':bo-noi']")
                        .count())
                .isZero();
        assertThat(page.locator("main").textContent()).contains("Đây là tài khoản của chính bạn.");
        assertThat(page.locator("main a[href='/tai-khoan']").count()).isEqualTo(1);
        assertThat(page.locator("main a[href='/tai-khoan/noi-dang-nhap']").count())
                .isEqualTo(1);
        assertThat(page.locator("main a[href='/tai-khoan/hai-buoc']").count()).isEqualTo(1);

        // The form of somebody else, sent to one's own address.
        for (var button : List.of("moi", "bo-hai-buoc")) {
            open(page, PEOPLE + "/" + colleague.username());
            page.evaluate("address => document.getElementById('nguoi').action = address", own);
            page.waitForResponse(
                    answer -> answer.request().method().equals("POST"),
                    () -> page.locator("[id$=':" + button + "']").click());
        }
        assertThat(portal.sql()
                        .number(
                                "select count(*) from password_link where account = (select id from account where username = ?)",
                                administrator.username()))
                .isZero();
        assertThat(portal.sql()
                        .number(
                                "select count(*) from second_factor where account = (select id from account where username = ?)",
                                administrator.username()))
                .isEqualTo(1);
    }

    @Test
    void there_is_nobody_where_an_administrator_of_a_place_does_not_administer() {
        var confined =
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), "04", Set.of()).cookie();

        assertThat(portal.get(PEOPLE + "/quantri", "Cookie", confined).statusCode())
                .isEqualTo(404);
        assertThat(portal.get(PEOPLE + "/khong-ai", "Cookie", administrator.cookie())
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get(PEOPLE + "?q=%25", "Cookie", administrator.cookie())
                        .body())
                .contains("Không có ai như vậy");
    }

    private void enter(Page page) {
        administrator.enter(page.context());
    }

    private void open(Page page, String path) {
        page.navigate(portal.uri(path).toString());
    }

    private static void choose(Page page, String wanted, String repeated) {
        page.locator("#moi").fill(wanted);
        page.locator("#lai").fill(repeated);
        page.locator(".door button").click();
    }
}
