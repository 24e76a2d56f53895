package vn.loa.plans.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.PlanDrafts.PLANS;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlanDocx;
import vn.loa.testing.PlanDrafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesBrowser;

/** Editors and publishers at work with plans. */
@UsesBrowser
class PlanWorkPageIT {
    private static final String LIST = "/quan-tri/ke-hoach";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private final Portal portal;

    PlanWorkPageIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_document_is_read_checked_corrected_handed_in_and_published(Page page) {
        var subject = "Đưa tin về vốn vay đến " + Drafts.title();
        page.setViewportSize(1360, 900);
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, LIST);
        send(page, "ke-hoach.docx", PlanDocx.of(subject));
        page.waitForURL("**" + LIST + "/215-kh-svhttdl-2026-**");

        PlaywrightAssertions.assertThat(page.locator("[id='number']")).hasValue("215");
        PlaywrightAssertions.assertThat(page.locator("[id='issued.date']")).hasValue("07/03/2026");
        PlaywrightAssertions.assertThat(page.locator("[id='subject']")).hasValue(subject);
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .hasValue("12");
        assertThat(page.locator(".f:has([id='number']) .doubts").textContent()).contains("chữ số");
        page.locator("[id='issued.date']").focus();
        assertThat(page.locator(".source mark.lit").first().textContent()).contains("ngày 07 tháng 3 năm 2026");
        assertThat(violations(page)).isEmpty();

        page.locator("#hang-deliverables-0 > summary").click();
        page.locator("[id='deliverables[0].quantity']").fill("mười lăm");
        page.locator(".bar button[value='luu']").click();
        isTold(page, "Chỉ tiêu 1: Số lượng");
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .hasValue("mười lăm");

        page.locator("[id='deliverables[0].quantity']").fill("15");
        // Other tests read the same document: under its number there are plans already.
        page.locator("[id='number']")
                .fill(String.valueOf(ThreadLocalRandom.current().nextInt(100_000, 999_999)));
        page.locator(".bar button[value='gui']").click();
        isTold(page, "Đã lưu và gửi duyệt.");
        assertThat(page.locator("form.plan").count())
                .as("what waits for others is read")
                .isZero();
        assertThat(page.locator("#chung").textContent()).contains("Hoàng Thị Mây");
        var slug = page.url().replaceAll(".*/|\\?.*", "");

        page.context().clearCookies();
        enter(page, Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()));
        open(page, LIST + "?q=" + subject.replace(' ', '+').replace("Đưa", "dua"));
        page.locator(".work .name a").click();
        page.locator("button[value='duyet']").click();
        page.locator("button[value='dang']").click();
        isTold(page, "Đã đăng.");
        open(page, "/ke-hoach/" + slug);
        assertThat(page.locator("h1").textContent()).isEqualTo(subject);
        assertThat(page.locator("main").textContent()).contains("15").contains("Hoàng Thị Mây");
        // The front page shows the newest plan: that of the sample content for whoever comes next.
        var withdrawn = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of())
                .send("POST", PLANS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
    }

    @Test
    void of_two_who_edit_at_once_the_second_loses_nothing_and_chooses_what_stays(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        enter(page, editor);
        open(page, LIST + "/" + slug);
        page.locator("[id='signer.name']").fill("Hoàng Thị Mây");
        page.locator("[id='subject']").fill("Chữ của tôi");
        editor.send(
                "PUT",
                PLANS + "/" + slug,
                PlanDrafts.content("Chữ của người kia", "01393").build().toString(),
                "If-Match",
                "*");

        page.locator(".bar button[value='luu']").click();
        assertThat(page.locator(".differ").textContent())
                .contains("Chữ của tôi")
                .contains("Chữ của người kia");
        PlaywrightAssertions.assertThat(page.locator("[id='subject']")).hasValue("Chữ của tôi");
        page.locator("button[value='them:recipients']").click();
        PlaywrightAssertions.assertThat(page.locator(".differ")).containsText("Chữ của người kia");
        page.locator("button[value='lay:subject']").click();
        PlaywrightAssertions.assertThat(page.locator("[id='subject']")).hasValue("Chữ của người kia");
        page.locator(".bar button[value='luu']").click();

        isTold(page, "Đã lưu bản thảo.");
        var saved = Drafts.object(editor.get(PLANS + "/" + slug));
        assertThat(saved.getString("subject")).isEqualTo("Chữ của người kia");
        assertThat(saved.getJsonObject("signer").getString("name")).isEqualTo("Hoàng Thị Mây");
    }

    @Test
    void two_who_write_in_different_places_are_both_saved_and_asked_nothing(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(editor, PlanDrafts.content("Chữ đầu", "01393"));
        enter(page, editor);
        open(page, LIST + "/" + slug);
        page.locator("[id='signer.name']").fill("Hoàng Thị Mây");
        editor.send(
                "PUT",
                PLANS + "/" + slug,
                PlanDrafts.content("Chữ của người kia", "01393").build().toString(),
                "If-Match",
                "*");

        page.locator(".bar button[value='luu']").click();

        isTold(page, "Người khác cũng vừa lưu kế hoạch này ở những chỗ khác");
        var saved = Drafts.object(editor.get(PLANS + "/" + slug));
        assertThat(saved.getString("subject")).isEqualTo("Chữ của người kia");
        assertThat(saved.getJsonObject("signer").getString("name")).isEqualTo("Hoàng Thị Mây");
    }

    @Test
    void of_what_two_have_written_only_what_both_have_is_asked(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(editor, PlanDrafts.content("01393"));
        enter(page, editor);
        open(page, LIST + "/" + slug);
        page.locator("[id='subject']").fill("Chữ của tôi");
        page.locator("[id='signer.name']").fill("Hoàng Thị Mây");
        editor.send(
                "PUT",
                PLANS + "/" + slug,
                PlanDrafts.content("Chữ của người kia", "01393")
                        .add("programme", "Chương trình của người kia")
                        .build()
                        .toString(),
                "If-Match",
                "*");

        page.locator(".bar button[value='luu']").click();

        PlaywrightAssertions.assertThat(page.locator(".differ .both")).hasCount(1);
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình của người kia");
        PlaywrightAssertions.assertThat(page.locator("[id='signer.name']")).hasValue("Hoàng Thị Mây");
        page.locator(".bar button[value='luu']").click();
        isTold(page, "Đã lưu bản thảo.");
        var saved = Drafts.object(editor.get(PLANS + "/" + slug));
        assertThat(saved.getString("subject")).isEqualTo("Chữ của tôi");
        assertThat(saved.getString("programme")).isEqualTo("Chương trình của người kia");
    }

    @Test
    void of_a_list_only_the_row_that_both_have_written_is_asked_by_the_names_of_its_fields(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var key = "hai-nguoi-" + ThreadLocalRandom.current().nextInt(1_000_000);
        var slug = PlanDrafts.start(editor, promising(key, 12, 1));
        enter(page, editor);
        open(page, LIST + "/" + slug);
        page.locator("#hang-deliverables-0 > summary").click();
        page.locator("[id='deliverables[0].quantity']").fill("20");
        editor.send("PUT", PLANS + "/" + slug, promising(key, 30, 2).build().toString(), "If-Match", "*");

        page.locator(".bar button[value='luu']").click();

        PlaywrightAssertions.assertThat(page.locator(".differ .both")).hasCount(1);
        assertThat(page.locator(".differ").textContent())
                .contains("Tiểu phẩm về vốn vay", "Số lượng: 20", "Số lượng: 30")
                .doesNotContain("Thể loại");
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[1].quantity']"))
                .hasValue("2");
        assertThat(violations(page)).isEmpty();
        page.locator(".differ button").click();
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .hasValue("30");
    }

    /** @param quantity of a promise of this key @param other that of a second one */
    private static JsonObjectBuilder promising(String key, int quantity, int other) {
        return PlanDrafts.content("Hai người cùng viết", "01393")
                .add(
                        "deliverables",
                        Json.createArrayBuilder()
                                .add(PlanDrafts.promise(key).add("quantity", quantity))
                                .add(PlanDrafts.promise(key + "-2").add("quantity", other)));
    }

    @Test
    void a_button_that_is_pressed_twice_saves_once(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        enter(page, editor);
        open(page, LIST + "/" + PlanDrafts.start(editor, PlanDrafts.content("01393")));
        page.locator("[id='programme']").fill("Chương trình bấm hai lần");

        page.locator(".bar button[value='luu']").dblclick();

        isTold(page, "Đã lưu bản thảo.");
        assertThat(page.locator("#ket-qua").textContent()).doesNotContain("Người khác");
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình bấm hai lần");
    }

    @Test
    void a_long_form_has_a_way_around_that_says_where_something_is_blank_or_wrong(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(
                editor,
                PlanDrafts.content("01393")
                        .add(
                                "deliverables",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder(
                                                        PlanDrafts.promise("x").build())
                                                .remove("id")
                                                .remove("deadline"))));
        enter(page, editor);
        page.setViewportSize(1280, 800);
        open(page, LIST + "/" + slug);

        PlaywrightAssertions.assertThat(page.locator(".parts a[href='#chung']")).containsText("chỗ chưa ghi");
        PlaywrightAssertions.assertThat(page.locator(".parts a[href='#deliverables']"))
                .containsText("1 chỗ chưa ghi");
        PlaywrightAssertions.assertThat(page.locator("#hang-deliverables-0 > summary"))
                .containsText("chưa ghi hạn");
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .isHidden();
        page.locator(".bar").scrollIntoViewIfNeeded();
        page.locator("#recipients").scrollIntoViewIfNeeded();
        PlaywrightAssertions.assertThat(page.locator(".parts")).isVisible();
        assertThat(violations(page)).isEmpty();

        page.locator("#hang-deliverables-0 > summary").click();
        page.locator("[id='deliverables[0].quantity']").fill("nhiều");
        page.locator("button[value='them:sections']").click();
        page.locator("[id='sections[1].title']").waitFor();
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .isVisible();
        page.locator("[id='sections[1].title']").fill("Nội dung");
        page.locator(".bar button[value='luu']").click();
        isTold(page, "Chỉ tiêu 1: Số lượng");
        PlaywrightAssertions.assertThat(page.locator(".parts a[href='#deliverables']"))
                .containsText("1 chỗ cần sửa");
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].quantity']"))
                .isVisible();
        page.setViewportSize(360, 740);
        PlaywrightAssertions.assertThat(page.locator(".parts")).isHidden();
        page.locator(".parts-fold > summary").click();
        PlaywrightAssertions.assertThat(page.locator(".parts-fold a[href='#legalBases']"))
                .isVisible();
        assertThat(violations(page)).isEmpty();
    }

    @Test
    void who_cannot_write_a_plan_reads_it_with_its_results_and_its_history(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        page.setViewportSize(1280, 800);
        open(page, LIST + "/ke-hoach-giam-ngheo-ve-thong-tin-cao-bang-2025");

        assertThat(page.locator("form.plan").count()).isZero();
        PlaywrightAssertions.assertThat(page.locator("button[value='mo']")).isVisible();
        assertThat(page.locator("#chung").textContent()).contains("Sở Văn hóa, Thể thao và Du lịch");
        assertThat(page.locator(".results").textContent()).contains("trước ngày 31 tháng 12 năm 2025");
        assertThat(page.locator("main").textContent()).contains("Đã làm gần đây");
        assertThat((int) page.evaluate("document.documentElement.scrollHeight")).isLessThan(7_000);
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.setViewportSize(360, 740);
        assertThat(violations(page)).as("in the dark").isEmpty();
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
    }

    @Test
    void a_plan_is_typed_row_by_row_and_what_could_not_be_saved_comes_back(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, LIST + "/moi");
        page.locator("[id='subject']").fill("Gõ tay " + Drafts.title());
        page.locator("button[value='them:deliverables']").click();
        page.locator("[id='deliverables[0].title.vi']").fill("Tờ rơi về nước sạch");
        page.locator("[id='deliverables[0].genre']").selectOption("to-roi");
        page.locator("button[value='them:sections']").click();
        page.locator("[id='sections[0].title']").fill("Mục đích");
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].title.vi']"))
                .hasValue("Tờ rơi về nước sạch");

        page.onDialog(dialog -> dialog.accept());
        open(page, LIST + "/moi");
        page.locator("#giu [data-do=lay]").click();
        page.locator("[id='sections[0].title']").waitFor();
        PlaywrightAssertions.assertThat(page.locator("[id='deliverables[0].title.vi']"))
                .hasValue("Tờ rơi về nước sạch");
        page.locator(".bar button[value='luu']").click();
        isTold(page, "Đã lưu bản thảo.");
        PlaywrightAssertions.assertThat(page.locator("[id='sections[0].anchor']"))
                .hasValue("muc-dich");
    }

    @Test
    void what_one_wrote_is_not_shown_to_the_next_at_the_same_computer_and_outlives_an_ended_sign_in(Page page) {
        var one = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var slug = PlanDrafts.start(one, PlanDrafts.content("01393"));
        enter(page, one);
        open(page, LIST + "/" + slug);
        page.locator("[id='programme']").fill("Chương trình riêng");
        page.onDialog(dialog -> dialog.accept());
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("JSON.stringify(localStorage).includes('riêng')")));
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, LIST + "/" + slug);
        assertThat(page.locator("#giu").isVisible()).isFalse();

        enter(page, one);
        open(page, LIST + "/" + slug);
        page.locator("#giu [data-do=lay]").click();
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình riêng");
        page.locator("[id='programme']").fill("Chương trình chung");
        page.context().clearCookies();
        page.locator(".bar button[value='luu']").click();
        page.locator("#het-phien[open]").waitFor();
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình chung");
        enter(page, one);
        page.locator("[data-do=tiep]").click();
        isTold(page, "Đã lưu bản thảo.");
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình chung");
    }

    @Test
    void what_was_written_goes_when_it_is_saved_and_not_with_other_notices(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        page.onDialog(dialog -> dialog.accept());
        open(page, LIST + "/moi?hl=en");
        page.locator("[id='subject']").fill("Gõ tay " + Drafts.title());
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("JSON.stringify(localStorage).includes('Gõ tay')")));
        page.locator(".bar button[value='luu']").click();
        page.waitForURL("**luu-y=da-luu**");
        var plan = page.url().replaceAll("\\?.*", "");
        assertThat((boolean) page.evaluate("JSON.stringify(localStorage).includes('Gõ tay')"))
                .as("not even under the name of a new one")
                .isFalse();

        page.locator("[id='programme']").fill("Chương trình dở");
        Until.holds(() -> Boolean.TRUE.equals(page.evaluate("JSON.stringify(localStorage).includes('dở')")));
        page.navigate(plan + "?luu-y=da-doc");
        page.locator("#giu [data-do=lay]").click();
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình dở");
    }

    @Test
    void what_is_kept_waits_for_an_answer_whatever_is_typed_meanwhile(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var plan = LIST + "/" + PlanDrafts.start(editor, PlanDrafts.content("01393"));
        enter(page, editor);
        page.onDialog(dialog -> dialog.accept());
        open(page, plan);
        page.locator("[id='programme']").fill("Chương trình dở");
        Until.holds(() -> isKept(page, "Chương trình dở"));

        open(page, plan);
        page.locator("#giu [data-do=lay]").waitFor();
        page.locator("[id='subject']").fill("Gõ trước khi trả lời");
        Until.holds(() -> isKept(page, "Gõ trước khi trả lời"));
        assertThat(isKept(page, "Chương trình dở")).isTrue();

        page.locator("#giu [data-do=lay]").click();
        PlaywrightAssertions.assertThat(page.locator("[id='programme']")).hasValue("Chương trình dở");
        page.locator("#giu [data-do=lay]").click();
        PlaywrightAssertions.assertThat(page.locator("[id='subject']")).hasValue("Gõ trước khi trả lời");
    }

    @Test
    void what_one_tab_saves_takes_nothing_from_what_another_keeps(Page page) {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var plan = LIST + "/" + PlanDrafts.start(editor, PlanDrafts.content("01393"));
        enter(page, editor);
        open(page, plan);
        var other = page.context().newPage();
        other.onDialog(dialog -> dialog.accept());
        open(other, plan);
        other.locator("[id='signer.name']").fill("Hoàng Thị Mây");
        Until.holds(() -> isKept(page, "Hoàng Thị Mây"));
        page.locator("[id='programme']").fill("Chương trình của thẻ kia");
        Until.holds(() -> isKept(page, "Chương trình của thẻ kia"));

        page.locator(".bar button[value='luu']").click();
        isTold(page, "Đã lưu bản thảo.");
        assertThat(isKept(page, "Hoàng Thị Mây")).isTrue();
        open(other, plan);
        other.locator("#giu [data-do=lay]").click();
        PlaywrightAssertions.assertThat(other.locator("[id='signer.name']")).hasValue("Hoàng Thị Mây");
    }

    private static boolean isKept(Page page, String words) {
        return Boolean.TRUE.equals(page.evaluate("words => JSON.stringify(localStorage).includes(words)", words));
    }

    @Test
    void a_refused_document_says_why_and_the_list_is_for_everybody(Page page) {
        enter(page, Staff.make(portal, Set.of(Role.EDITOR), null, Set.of()));
        open(page, LIST);
        send(page, "macro.docx", PlanDocx.of("Có macro", "word/vbaProject.bin", "x"));
        page.locator(".said:has-text('macro')").waitFor();

        open(page, LIST + "?hl=en&trang-thai=published");
        assertThat(page.locator(".work > li").count()).isPositive();
        assertThat(violations(page)).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(violations(page)).as("in the dark").isEmpty();
        page.setViewportSize(320, 640);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways")
                .isLessThanOrEqualTo(0);
    }

    /** Waits for it: the answer may still be on its way. */
    private static void isTold(Page page, String text) {
        page.locator(".told:has-text('" + text + "')").waitFor();
    }

    private static void send(Page page, String name, byte[] bytes) {
        page.locator("#van-ban").setInputFiles(new FilePayload(name, WORD, bytes));
    }

    private void enter(Page page, Staff staff) {
        staff.enter(page.context());
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
