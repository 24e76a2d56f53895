package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.OfficeMenu;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** Editors, reviewers and publishers at work with one product. */
@UsesBrowser
class WorkDayPageIT {
    private static final String LIST = "/quan-tri/san-pham";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    WorkDayPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void axe_finds_nothing_nothing_goes_sideways_and_no_policy_is_broken(Page page) {
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("hmn"));
        var slug = Drafts.start(all);
        Drafts.addTrack(portal, slug, "hmn");
        var broken = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                broken.add(message.text());
            }
        });
        enter(page, all);
        for (var part :
                List.of("moi", slug, slug + "/sua?hl=en", slug + "/tep", slug + "/lich-su", slug + "/xem-truoc")) {
            page.setViewportSize(1280, 860);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            open(page, part);
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })");
            assertThat(violations(page)).as(part).isEmpty();
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            assertThat(violations(page)).as(part + " in the dark").isEmpty();
            page.setViewportSize(320, 640);
            assertThat((int) page.evaluate(
                            "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(part + " sideways")
                    .isLessThanOrEqualTo(0);
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void an_editor_writes_a_product_sends_it_to_review_and_takes_it_back_with_the_keyboard_alone(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, "moi");
        reach(page, "#ten-vi");
        page.keyboard().type(Drafts.title());
        reach(page, "#the-loai");
        page.locator("#the-loai").selectOption("tin-bai");
        reach(page, "#tim-dia-ban");
        page.keyboard().type("tan yen");
        page.keyboard().press("Enter");
        page.locator("label[for='dia-ban-07339']").waitFor();
        reach(page, "#dia-ban-07339");
        page.keyboard().press("Space");
        page.keyboard().press("Control+s");
        page.waitForURL("**luu-y=da-tao");
        assertThat(page.locator("section[aria-labelledby=con-thieu] .wants").textContent())
                .contains("Chưa có gì để nghe, xem hay đọc");

        reach(page, "button[value='gui-duyet']");
        page.keyboard().press("Enter");
        page.waitForURL("**luu-y=gui-duyet");
        assertThat(page.locator(".where .pill").first().textContent()).isEqualTo("Chờ duyệt");
        reach(page, ".told button");
        page.keyboard().press("Enter");
        page.waitForURL("**luu-y=lay-ve");
        assertThat(page.locator(".where .pill").first().textContent()).isEqualTo("Bản thảo");
    }

    @Test
    void what_was_typed_survives_a_lost_line_an_ended_sign_in_and_a_closed_page(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ chưa kịp lưu.");
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("localStorage.length > 0")));
        open(page, slug + "/sua");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu tóm tắt.");
        page.locator("[data-do=lay]").click();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ chưa kịp lưu.");

        page.context().setOffline(true);
        page.locator(".save .btn").click();
        Until.holds(() -> Boolean.TRUE.equals(
                page.evaluate("document.getElementById('tu-luu').textContent.startsWith('Mất kết nối')")));
        page.context().setOffline(false);
        page.waitForURL("**luu-y=da-luu");

        open(page, slug + "/sua");
        assertThat(page.locator("#giu").isVisible())
                .as("what was saved is not offered again")
                .isFalse();
        page.locator("#tom-tat-vi").fill("Chữ sau khi hết phiên.");
        page.context().clearCookies();
        page.locator(".save .btn").click();
        page.locator("#het-phien[open]").waitFor();
        enter(page, editor);
        page.locator("[data-do=tiep]").click();
        page.waitForURL("**luu-y=da-luu");
        open(page, slug + "/sua");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ sau khi hết phiên.");
    }

    @Test
    void a_draft_is_saved_by_itself_also_after_a_lost_line_and_is_there_in_another_browser(Browser browser, Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ tự lưu.");
        page.locator("#tu-luu:text('Đã lưu lúc')").waitFor();
        assertThat(keeps(page, "Chữ tự lưu."))
                .as("what the portal has is kept for nothing")
                .isFalse();

        page.context().setOffline(true);
        page.locator("#tom-tat-vi").fill("Chữ lúc mất mạng.");
        page.locator("#tu-luu:text('Chưa lưu được: mất mạng, sẽ thử lại')").waitFor();
        assertThat(keeps(page, "Chữ lúc mất mạng.")).isTrue();
        page.context().setOffline(false);
        page.locator("#tu-luu:text('Đã lưu lúc')").waitFor();

        page.route("**/quan-tri/api/ban-thao/*", route -> {
            route.fetch();
            route.abort();
        });
        page.locator("#tom-tat-vi").fill("Chữ đã tới mà không có trả lời.");
        page.locator("#tu-luu:text('Chưa lưu được: mất mạng, sẽ thử lại')").waitFor();
        page.unroute("**/quan-tri/api/ban-thao/*");
        page.locator("#tom-tat-vi").fill("Chữ gõ tiếp sau đó.");
        page.locator("#tu-luu:text('Đã lưu lúc')").waitFor();
        Until.holds(() -> !keeps(page, "Chữ gõ tiếp sau đó."));

        page.locator("#ten-vi").fill("");
        page.locator("#tom-tat-vi").fill("Chữ đúng.");
        page.locator("#tu-luu:text('Tên (Tiếng Việt): Cần điền mục này.')").waitFor();
        try (var elsewhere = browser.newContext()) {
            var other = elsewhere.newPage();
            enter(other, editor);
            open(other, slug + "/sua");
            assertThat(other.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ đúng.");
            assertThat(other.locator("#ten-vi").inputValue()).startsWith("Bài thử");
        }
    }

    @Test
    void what_two_write_at_once_is_saved_by_itself_for_one_and_shown_to_the_other(Browser browser, Page page) {
        var slug = Drafts.start(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, slug + "/sua");
        writeElsewhere(browser, slug);
        page.locator("#tom-tat-vi").fill("Một câu của tôi.");
        page.locator("#tu-luu:text('cũng vừa sửa Tóm tắt (Tiếng Việt)')").waitFor();
        page.locator(".save .btn").click();
        page.locator("#sai").waitFor();
        assertThat(page.locator(".clash").textContent()).contains("Một câu của họ.");
        page.locator("#tom-tat-vi").fill("Một câu của cả hai.");
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-luu");
    }

    @Test
    void what_another_writes_elsewhere_in_the_work_comes_into_the_page_while_one_goes_on_writing(
            Browser browser, Page page) {
        var slug = Drafts.start(Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, slug + "/sua");
        writeElsewhere(browser, slug);
        page.locator("#ten-vi").fill("Tên của tôi");
        page.locator("#tu-luu:text('cùng với những gì')").waitFor();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu của họ.");
        assertThat(page.locator("#ten-vi").inputValue()).isEqualTo("Tên của tôi");
        page.locator("#tom-tat-vi").fill("Một câu của họ, sửa tiếp.");
        page.locator("#tu-luu:text-matches('^Đã lưu lúc [^,]+$')").waitFor();

        open(page, slug + "/sua");
        assertThat(page.locator("#ten-vi").inputValue()).isEqualTo("Tên của tôi");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu của họ, sửa tiếp.");
    }

    /** Somebody else writes the summary meanwhile, which is saved by itself. */
    private void writeElsewhere(Browser browser, String slug) {
        try (var visitor = browser.newContext()) {
            var other = visitor.newPage();
            enter(other, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
            open(other, slug + "/sua");
            other.locator("#tom-tat-vi").fill("Một câu của họ.");
            other.locator("#tu-luu:text('Đã lưu lúc')").waitFor();
        }
    }

    /** What happens until somebody saves it by themselves. */
    private static void withoutAutosave(Page page) {
        page.route("**/quan-tri/api/ban-thao/*", Route::abort);
    }

    @Test
    void what_was_kept_stays_until_somebody_decides_and_joins_what_is_written_meanwhile(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, "moi");
        page.locator("#ten-vi").fill("Tên gõ trước.");
        Until.holds(() -> keeps(page, "Tên gõ trước."));
        open(page, "moi");
        page.locator("#giu").waitFor();
        page.locator("#tom-tat-vi").fill("Câu gõ sau.");
        Until.holds(() -> keeps(page, "Câu gõ sau."));
        assertThat(keeps(page, "Tên gõ trước.")).isTrue();

        page.locator("#giu [data-do=lay]").click();
        assertThat(page.locator("#ten-vi").inputValue()).isEqualTo("Tên gõ trước.");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Câu gõ sau.");
        page.locator("#ten-vi").fill("Tên khác.");
        Until.holds(() -> keeps(page, "Tên khác."));

        open(page, "moi");
        page.locator("#ten-vi").fill("Tên thứ ba.");
        page.locator("#giu [data-do=lay]").click();
        assertThat(page.locator("#ten-vi").inputValue()).isEqualTo("Tên khác.");
        assertThat(page.locator("#giu").isVisible())
                .as("the other title is offered in its turn")
                .isTrue();
        page.locator("#giu [data-do=lay]").click();
        assertThat(page.locator("#ten-vi").inputValue()).isEqualTo("Tên thứ ba.");
    }

    @Test
    void what_is_saved_in_one_page_takes_away_nothing_that_another_has_kept(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ ở trang này.");
        Until.holds(() -> keeps(page, "Chữ ở trang này."));
        try (var other = page.context().newPage()) {
            open(other, slug + "/sua");
            other.locator("#ten-vi").fill("Chữ ở trang kia.");
            other.locator(".save .btn").click();
            other.waitForURL("**luu-y=da-luu");
        }
        assertThat(keeps(page, "Chữ ở trang này.")).isTrue();
        assertThat(keeps(page, "Chữ ở trang kia.")).isFalse();
        open(page, slug + "/sua");
        page.locator("#giu [data-do=lay]").click();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ ở trang này.");
    }

    private static boolean keeps(Page page, String words) {
        return ((String) page.evaluate("JSON.stringify(localStorage)")).contains(words);
    }

    @Test
    void who_signs_in_again_on_the_page_goes_on_saving_by_themselves(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ sau khi hết phiên.");
        page.context().clearCookies();
        page.locator(".save .btn").click();
        page.locator("#het-phien[open]").waitFor();
        assertThat(violations(page)).isEmpty();

        page.locator("#vao-lai-mat-khau").fill("không phải");
        page.keyboard().press("Enter");
        page.locator("#vao-lai [role=alert]:has-text('không đúng')").waitFor();
        page.locator("#vao-lai-mat-khau").fill(Staff.PASSWORD);
        page.keyboard().press("Enter");

        page.waitForURL("**luu-y=da-luu");
        open(page, slug + "/sua");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ sau khi hết phiên.");
    }

    @Test
    void what_was_sent_without_a_script_after_the_sign_in_had_ended_comes_back_to_its_sender_alone(Browser browser) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()).withPassword();
        var slug = Drafts.start(editor);
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var page = visitor.newPage();
            writeWithoutSession(page, editor, slug);
            assertThat(page.locator("main").textContent()).contains("chưa lưu gì");
            signIn(page, other);
            assertThat(page.content()).doesNotContain("Chữ gửi lúc hết phiên");

            writeWithoutSession(page, editor, slug);
            page.locator("#ten").fill(editor.username());
            page.locator("#mat-khau").fill("không phải");
            page.locator(".door form button.go").click();
            signIn(page, editor);
            page.locator("button:text('Mở lại những gì đã viết')").click();
            assertThat(page.locator("#sai").textContent()).contains("chưa làm gì cả");
            assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ gửi lúc hết phiên \"<b>\".");
            assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                            .getJsonObject("summary")
                            .getString("vi"))
                    .as("nothing is saved before they have seen it")
                    .isEqualTo("Một câu tóm tắt.");
            page.locator(".save .btn").click();
            assertThat(page.url()).endsWith("luu-y=da-luu");
        }
    }

    private void writeWithoutSession(Page page, Staff editor, String slug) {
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ gửi lúc hết phiên \"<b>\".");
        page.context().clearCookies();
        page.locator(".save .btn").click();
    }

    private static void signIn(Page page, Staff staff) {
        page.locator("#ten").fill(staff.username());
        page.locator("#mat-khau").fill(Staff.PASSWORD);
        page.locator(".door form button.go").click();
    }

    @Test
    void what_one_wrote_stays_theirs_when_another_signs_in_in_the_same_browser(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var other = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ của người trước.");
        enter(page, other);
        page.locator(".save .btn").click();
        page.locator("#het-phien[open]:has-text('người khác đăng nhập')").waitFor();
        assertThat((String) page.evaluate("Object.keys(localStorage).join()"))
                .contains(editor.username())
                .doesNotContain(other.username());
        try (var theirs = page.context().newPage()) {
            open(theirs, slug + "/sua");
            assertThat(theirs.locator("#giu").isVisible()).isFalse();
            assertThat(theirs.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu tóm tắt.");
        }

        enter(page, editor);
        page.locator("#het-phien [data-do=tiep]").click();
        page.waitForURL("**luu-y=da-luu");
        open(page, slug + "/sua");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ của người trước.");
    }

    @Test
    void what_is_kept_holds_no_consents_goes_after_two_weeks_and_at_signing_out_when_that_is_wanted(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        page.onDialog(dialog -> dialog.accept());
        open(page, slug + "/sua");
        page.locator("#nguoi-them").fill("Chị Kín");
        page.locator("#tom-tat-vi").fill("Chữ để dở.");
        var kept = "JSON.stringify(localStorage)";
        Until.holds(() -> ((String) page.evaluate(kept)).contains("Chữ để dở."));
        assertThat((String) page.evaluate(kept)).doesNotContain("Chị Kín");
        page.evaluate("localStorage.setItem('loa-viet ai-do x', JSON.stringify({ at: Date.now() - 15 * 86400000,"
                + " values: [['tom-tat.vi', 'Đã cũ']] }))");
        open(page, slug + "/sua");
        page.locator("#giu [data-do=lay]").click();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ để dở.");
        assertThat((String) page.evaluate(kept)).doesNotContain("Đã cũ").contains("Chữ để dở.");

        OfficeMenu.unfold(page);
        page.locator(".leave").click();
        page.locator("#con-giu[open]").waitFor();
        assertThat(violations(page)).isEmpty();
        page.locator("#con-giu [data-do=xoa]").click();
        page.waitForURL("**/tai-khoan/dang-nhap**");
        assertThat((String) page.evaluate(kept)).doesNotContain("Chữ để dở.");
    }

    @Test
    void who_may_not_write_any_more_keeps_what_they_wrote_in_sight(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Chữ không được mất.");
        portal.sql()
                .execute("delete from account_role where role = 'EDITOR' and account ="
                        + " (select id from account where username = '" + editor.username() + "')");
        page.locator(".save .btn").click();
        page.locator("#tu-luu:has-text('không được làm việc này')").waitFor();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Chữ không được mất.");
    }

    @Test
    void two_editors_see_both_texts_and_formatted_text_is_what_was_written(Browser browser, Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Một câu của tôi.");
        try (var visitor = browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            var other = visitor.newPage();
            enter(other, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
            open(other, slug + "/sua");
            other.locator("#tom-tat-vi").fill("Một câu của họ.");
            other.locator("#noi-dung-vi").fill("<p>Bài của họ.</p>");
            other.locator(".save .btn").click();
            assertThat(other.url()).endsWith("luu-y=da-luu");
        }
        page.locator(".save .btn").click();
        page.locator("#sai").waitFor();
        assertThat(page.locator(".clash").textContent()).contains("Một câu của họ.");
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu của tôi.");
        page.locator("[data-take='tom-tat.vi']").click();
        assertThat(page.locator("#tom-tat-vi").inputValue()).isEqualTo("Một câu của họ.");
        var text = page.locator(".page").first();
        assertThat(text.textContent()).isEqualTo("Bài của họ.");
        text.focus();
        page.keyboard().press("Control+End");
        page.keyboard().press("Enter");
        page.keyboard().type("Thêm đoạn.");
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-luu");
        assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                        .getJsonObject("body")
                        .getString("vi"))
                .isEqualTo("<p>Bài của họ.</p><p>Thêm đoạn.</p>");
    }

    @Test
    void nothing_can_be_written_that_would_be_lost_while_it_is_saved(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        var held = new ArrayList<Route>();
        page.route("**/sua", route -> {
            if (route.request().method().equals("POST")) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        enter(page, editor);
        open(page, slug + "/sua");
        var text = page.locator("#tom-tat-vi");
        text.fill("Một câu");
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> held.size() == 1);
        page.keyboard().type(" bị mất");
        page.keyboard().press("Control+s");
        held.get(0).fulfill(new Route.FulfillOptions().setStatus(503));
        page.locator("#tu-luu:text('Cổng chưa lưu được')").waitFor();
        assertThat(text.inputValue()).isEqualTo("Một câu");
        page.keyboard().type(" nữa");
        page.keyboard().press("Control+s");
        page.waitForCondition(() -> held.size() == 2);
        held.get(1).resume();
        page.waitForURL("**luu-y=da-luu");
        assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                        .getJsonObject("summary")
                        .getString("vi"))
                .isEqualTo("Một câu nữa");
    }

    @Test
    void what_is_too_long_to_be_read_is_not_sent_and_stays_where_it_was_written(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page, editor);
        open(page, "moi");
        page.evaluate("document.getElementById('tom-tat-vi').value = 'ế'.repeat(300000)");
        page.locator(".save .btn").click();
        page.locator("#tu-luu:text('Nội dung dài quá')").waitFor();
        assertThat(page.locator("#tom-tat-vi").inputValue()).hasSize(300_000);
        assertThat((boolean) page.evaluate("localStorage.length > 0")).isTrue();
    }

    @Test
    void places_of_another_editor_are_taken_over_though_nobody_has_looked_for_them_here(Page page) {
        withoutAutosave(page);
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        enter(page, editor);
        open(page, slug + "/sua");
        choose(page, "tan yen", "07339");
        try (var other = page.context().newPage()) {
            open(other, slug + "/sua");
            choose(other, "thuc phan", "01273");
            other.locator(".save .btn").click();
            other.waitForURL("**luu-y=da-luu");
        }
        page.locator(".save .btn").click();
        page.locator("[data-take='dia-ban']").click();
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-luu");
        open(page, slug + "/sua");
        assertThat(page.locator("#ds-dia-ban input:checked").evaluateAll("all => all.map(one => one.value)"))
                .isEqualTo(List.of("01273"));
    }

    private static void choose(Page page, String words, String code) {
        page.locator("#tim-dia-ban").fill(words);
        page.locator("#tim-dia-ban").press("Enter");
        page.locator("label[for='dia-ban-" + code + "']").click();
    }

    @Test
    void an_article_that_begins_empty_keeps_its_lines_and_what_is_bold(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page, editor);
        open(page, "moi");
        page.locator("#ten-vi").fill(Drafts.title());
        page.locator("#the-loai").selectOption("tin-bai");
        var part = page.locator("fieldset.tongue").first();
        part.locator("summary").click();
        part.locator(".page").click();
        page.keyboard().type("Một");
        page.keyboard().press("Enter");
        part.locator("[data-cmd=bold]").click();
        page.keyboard().type("Hai");
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-tao");
        var slug = page.url().replaceAll(".*/([^/?]+)\\?.*", "$1");
        assertThat(Drafts.object(editor.get(Drafts.PRODUCTS + "/" + slug))
                        .getJsonObject("body")
                        .getString("vi"))
                .isEqualTo("<p>Một</p><p><strong>Hai</strong></p>");
    }

    @Test
    void a_reviewer_returns_a_track_at_a_second_and_the_editor_hears_it_from_there(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = Drafts.start(editor);
        var track = Drafts.addTrack(portal, slug, "hmn");
        enter(page, Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("hmn")));
        open(page, slug);
        page.locator("#ban-" + track + " summary").last().click();
        page.evaluate("document.querySelector('audio').preload = 'auto'");
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("document.querySelector('audio').readyState > 0")));
        page.evaluate("document.querySelector('audio').currentTime = 3");
        page.locator("[data-mark]").click();
        page.keyboard().type("đọc sai tên bản");
        page.locator("button[value='tra-ban']").click();
        page.waitForURL("**luu-y=tra-ban");

        enter(page, editor);
        open(page, slug);
        assertThat(page.locator("#ban-" + track + " .said").textContent()).isEqualTo("0:03 đọc sai tên bản");
        page.locator("[data-seek='3']").click();
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("document.querySelector('audio').currentTime >= 3")));
    }

    @Test
    void a_publisher_sees_the_page_as_it_will_be_compares_and_publishes(Page page) {
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of());
        var slug = Drafts.start(all);
        enter(page, all);
        open(page, slug + "/xem-truoc");
        var phone = page.frameLocator(".phone iframe");
        assertThat(phone.locator(".prose").textContent()).contains("Chuyện ở bản.");

        open(page, slug);
        for (var deed : List.of("gui-duyet", "duyet", "dang", "mo-lai")) {
            page.locator("button[value='" + deed + "']").click();
            page.waitForURL("**luu-y=" + deed);
        }
        open(page, slug + "/sua");
        page.locator("#tom-tat-vi").fill("Một câu mới tóm tắt.");
        page.locator(".save .btn").click();
        page.waitForURL("**luu-y=da-luu");
        page.locator("a[href$='tu=dang&den=nay']").click();
        assertThat(page.locator(".diff ins").textContent()).contains("mới");
        assertThat(page.locator("dt").allTextContents()).containsExactly("Tóm tắt (Tiếng Việt)");
    }

    private void enter(Page page, Staff staff) {
        staff.enter(page.context());
    }

    private void open(Page page, String part) {
        page.navigate(portal.uri(LIST + "/" + part).toString());
    }

    private static void reach(Page page, String selector) {
        var wanted = page.locator(selector);
        for (var stop = 0; stop < 120; stop++) {
            if ((boolean) wanted.evaluate("e => e === document.activeElement")) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not reach " + selector);
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).exclude("iframe").analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
