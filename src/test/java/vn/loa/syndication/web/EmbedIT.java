package vn.loa.syndication.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What other sites get into their frames, and what they do not. */
@UsesPortal
class EmbedIT {
    private static final String SLUG = "con-bo-cua-nha-ong-pao";
    private static final String SKIT = "/nhung/" + SLUG;

    private final Portal portal;

    EmbedIT(Portal portal) {
        this.portal = portal;
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {SKIT, "/nhung/danh-sach", "/nhung/danh-sach?the-loai=tieu-pham", "/nhung/khong-co"})
    void embeds_may_stand_in_frames_of_everybody_and_leave_nothing_with_anybody(String path) {
        var answer = portal.get(path);

        assertThat(policy(answer)).contains("frame-ancestors *").doesNotContain("frame-ancestors 'none'");
        assertThat(answer.headers().firstValue("X-Frame-Options")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/san-pham",
                PublicAddresses.SKIT,
                "/nhung",
                "/nhung/api/v1.js",
                "/nhung/a/b",
                "/nhung//" + "con-bo-cua-nha-ong-pao",
                "/tai-khoan/dang-nhap",
                "/khong-co"
            })
    void no_other_page_may(String path) {
        assertThat(policy(portal.get(path))).contains("frame-ancestors 'none'");
    }

    @Test
    void an_embed_is_kept_in_memory_and_who_has_it_gets_it_no_second_time() {
        var first = portal.get(SKIT, "Accept-Encoding", "gzip");
        var again = portal.get(
                SKIT,
                "Accept-Encoding",
                "gzip",
                "If-None-Match",
                first.headers().firstValue("ETag").orElseThrow());

        assertThat(first.headers().firstValue("Cache-Control").orElse("")).contains("public");
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void what_was_taken_down_says_so_in_the_frame() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of());
        var slug = Drafts.start(editor);
        var second = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        move(editor, slug, "review");
        move(second, slug, "approved");
        move(second, slug, "published");
        Until.holds(() -> portal.get("/nhung/" + slug).statusCode() == 200);
        assertThat(portal.get("/nhung/" + slug).body()).contains("Đọc trên cổng thông tin");

        move(second, slug, "withdrawn");

        var gone = Until.answer(() -> portal.get("/nhung/" + slug), answer -> answer.statusCode() == 410);
        assertThat(gone.body()).contains("Nội dung này đã gỡ xuống", "target=\"_blank\"");
        assertThat(policy(gone)).contains("frame-ancestors *");
    }

    private static void move(Staff who, String slug, String to) {
        var answer = who.send(
                "POST",
                Drafts.PRODUCTS + "/" + slug + "/transitions",
                "{\"to\": \"" + to + "\", \"note\": \"Cổng không còn được phép đăng nội dung này.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    @Test
    void no_work_takes_the_address_of_lists() {
        var editor = Staff.make(portal, Set.of(Role.EDITOR), null, Set.of());
        var made = editor.send(
                "POST", Drafts.PRODUCTS, Drafts.content("Danh sách").build().toString());

        assertThat(Drafts.object(made).getString("slug")).startsWith("danh-sach-");
    }

    @Test
    void what_never_was_says_so_in_the_frame() {
        var answer = portal.get("/nhung/khong-co");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Không có nội dung nào ở đây");
    }

    @ParameterizedTest
    @CsvSource({"1f5a3c, #1f5a3c;--on:#fff", "ffd48a, #ffd48a;--on:#111", "%23A81C29, #a81c29;--on:#fff"})
    void the_accent_is_the_one_of_the_address_and_what_stands_on_it_can_be_read(String asked, String style) {
        assertThat(portal.get(SKIT + "?mau=" + asked).body()).contains("<style>:root{--accent:" + style + "}</style>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"red", "123", "%3C%2Fstyle%3E%3Cscript%3E", "1f5a3c%7D*%7Bdisplay:none"})
    void what_is_no_colour_is_the_usual_one(String asked) {
        assertThat(portal.get(SKIT + "?mau=" + asked).body())
                .contains("<style>:root{--accent:#27337a;--on:#fff}</style>");
    }

    @Test
    void a_list_is_narrowed_as_the_catalogue_is() {
        var skits = Until.answer(
                () -> portal.get("/nhung/danh-sach?the-loai=tieu-pham&so=24").body(),
                page -> page.contains("href=\"" + SKIT));

        assertThat(skits).doesNotContain("giu-nuoc-tren-nui-da");
        assertThat(portal.get("/nhung/danh-sach?the-loai=khong-co").body())
                .contains("Chưa có nội dung nào phù hợp")
                .doesNotContain("<li>");
        assertThat(portal.get("/nhung/danh-sach?so=2").body().split("<li>")).hasSize(3);
        assertThat(portal.get("/nhung/danh-sach?so=x").statusCode()).isEqualTo(200);
    }

    @Test
    void the_page_of_a_work_has_a_line_to_copy_that_needs_no_script() {
        var page = portal.get(PublicAddresses.SKIT).body();

        assertThat(page).contains("&lt;iframe src=&quot;" + portal.uri(SKIT), "/nhung/api/v1.js", "ma=" + SLUG);
    }

    @Test
    void the_builder_makes_a_line_of_what_its_address_says_and_needs_no_script() {
        var page = portal.get("/nhung?dang=san-pham&ma=" + portal.uri(PublicAddresses.SKIT)
                        + "%3Fhl%3Den&tieng=hmn&bo-cuc=gon&mau=%231f5a3c&nen=toi&ngon-ngu=en")
                .body();

        assertThat(page)
                .containsPattern(
                        "<iframe src=\"" + SKIT + "\\?tieng=hmn&amp;bo-cuc=gon&amp;mau=1f5a3c&amp;nen=toi&amp;hl=en\"");
        assertThat(page).contains("&lt;iframe src=\"" + portal.uri(SKIT) + "?tieng=hmn&amp;amp;bo-cuc=gon");
    }

    @Test
    void the_builder_says_what_it_does_not_find() {
        var page = portal.get("/nhung?ma=%3Cscript%3Ealert(1)%3C%2Fscript%3E-khong-co")
                .body();

        assertThat(page)
                .contains("Cổng không có sản phẩm nào đang đăng có tên hay địa chỉ")
                .doesNotContain("<script>alert")
                .doesNotContain("data-copy");
    }

    @Test
    void the_builder_of_a_list_keeps_what_the_catalogue_was_narrowed_to() {
        assertThat(portal.get("/san-pham?the-loai=tieu-pham&dia-ban=04").body())
                .contains("/nhung?dang=danh-sach&amp;dia-ban=04&amp;the-loai=tieu-pham");
        assertThat(portal.get("/nhung?dang=danh-sach&the-loai=tieu-pham&dia-ban=04&so=3")
                        .body())
                .contains(
                        "src=\"/nhung/danh-sach?the-loai=tieu-pham&amp;dia-ban=04&amp;so=3\"",
                        // Of the link, whose code is shown as text.
                        portal.uri("/san-pham") + "?the-loai=tieu-pham&amp;amp;dia-ban=04",
                        "value=\"" + portal.uri("/nhung/danh-sach") + "?the-loai=tieu-pham&amp;dia-ban=04&amp;so=3\"");
    }

    @Test
    void the_script_for_pages_around_has_one_address_and_may_be_loaded_from_anywhere() {
        var script = portal.get("/nhung/api/v1.js");

        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(script.body()).contains("window.Loa");
    }
}
