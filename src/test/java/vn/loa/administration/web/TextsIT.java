package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Translators write the texts of the pages key by key. What they write here is no language at all. */
@UsesPortal
class TextsIT {
    private static final String PAGE = "/quan-tri/loi-van";
    private static final String ONE = PAGE + "?tieng=tyz&q=menu.plans";

    private final Portal portal;
    private final PlainForms translator;

    TextsIT(Portal portal) {
        this.portal = portal;
        translator = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("tyz"))
                        .cookie());
    }

    @Test
    void a_text_is_said_on_the_pages_as_soon_as_it_is_written_and_escaped() throws SQLException {
        try {
            assertThat(translator.get(ONE).body())
                    .contains("Kế hoạch", "Plans", ">Tiếng Tày<")
                    .doesNotContain(">Tiếng Mông<");
            assertThat(save("menu.plans", "<i>xx", "").body()).contains("Đã lưu 1 câu.");
            Until.answer(() -> portal.get("/?hl=tyz").body(), body -> body.contains("&lt;i&gt;xx"));
            assertThat(portal.get("/?hl=tyz").body()).doesNotContain("<i>xx");
            assertThat(portal.get("/").body()).doesNotContain("&lt;i&gt;xx");
            assertThat(translator.get(ONE + "&thieu=1").body()).doesNotContain("name=\"ma\" value=\"menu.plans\"");

            var stale = save("menu.plans", "yy", "zz");
            assertThat(stale.statusCode()).isEqualTo(422);
            assertThat(stale.body()).contains("menu.plans: người khác vừa sửa", ">yy<");
            assertThat(save("menu.plans", "", "<i>xx").body()).contains("Đã lưu 1 câu.");
            Until.answer(() -> portal.get("/?hl=tyz").body(), body -> !body.contains("&lt;i&gt;xx"));
        } finally {
            try (var database = portal.database();
                    var statement = database.createStatement()) {
                statement.executeUpdate("delete from interface_text");
                statement.executeUpdate("update content_revision set number = number + 1");
            }
        }
    }

    @Test
    void places_stay_and_what_is_no_text_is_not_written() {
        var page = PAGE + "?tieng=tyz&muc=all&q=people.count";
        var lost = translator.send(page, "lam", "luu", "ma", "people.count", "loi", "xx", "cu", "");
        assertThat(lost.statusCode()).isEqualTo(422);
        assertThat(lost.body()).contains("people.count: phải giữ đúng các chỗ trống", ">xx<");
        assertThat(translator
                        .send(page, "lam", "luu", "ma", "language.tag", "loi", "vi", "cu", "")
                        .body())
                .contains("language.tag: không có câu này");
        assertThat(translator
                        .send(page, "lam", "luu", "ma", "people.count", "loi", "", "cu", "")
                        .body())
                .contains("Không có câu nào thay đổi.");
    }

    @Test
    void what_topics_are_called_is_found_and_written_here_too() {
        var page = PAGE + "?tieng=tyz&q=vay+von";
        var found = Pattern.compile(
                        "name=\"ma\" value=\"(topic:[a-z-]+)\" /?><input type=\"hidden\" name=\"cu\"(?: value=\"([^\"]*)\")? ?/?>")
                .matcher(translator.get(page).body());
        assertThat(found.find()).isTrue();
        var key = found.group(1);
        var before = Objects.toString(found.group(2), "");
        try {
            assertThat(translator
                            .send(page, "lam", "luu", "ma", key, "loi", "Mẫu thử", "cu", before)
                            .body())
                    .contains("Đã lưu 1 câu.", ">Mẫu thử<");
            Until.answer(
                    () -> portal.get("/chu-de/" + key.substring(6) + "?hl=tyz").body(),
                    body -> body.contains("Mẫu thử"));
            var long120 = "Mẫu ".repeat(30).strip();
            assertThat(translator
                            .send(page, "lam", "luu", "ma", key, "loi", long120, "cu", "Mẫu thử")
                            .body())
                    .as("as long as administrators may write it")
                    .contains("Đã lưu 1 câu.");
            assertThat(translator
                            .send(page, "lam", "luu", "ma", key, "loi", "Mẫu thử", "cu", long120)
                            .body())
                    .contains("Đã lưu 1 câu.");
            assertThat(translator
                            .send(page, "lam", "luu", "ma", key, "loi", "m".repeat(121), "cu", "Mẫu thử")
                            .body())
                    .contains(key + ": tên dài nhất 120 ký tự");
            assertThat(translator
                            .send(page, "lam", "luu", "ma", key, "loi", "Khác", "cu", "cũ")
                            .body())
                    .contains(key + ": người khác vừa sửa");
            assertThat(translator
                            .send(page, "lam", "luu", "ma", "topic:khong-co", "loi", "x", "cu", "")
                            .statusCode())
                    .isEqualTo(422);
        } finally {
            translator.send(page, "lam", "luu", "ma", key, "loi", before, "cu", "Mẫu thử");
        }
    }

    @Test
    void who_knows_no_language_that_awaits_its_translators_writes_nothing() {
        var other = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.LANGUAGE_REVIEWER), null, Set.of("vi"))
                        .cookie());
        assertThat(other.get(PAGE).body())
                .contains("chưa được giao ngôn ngữ nào")
                .doesNotContain("name=\"loi\"");
    }

    private HttpResponse<String> save(String key, String text, String before) {
        return translator.send(ONE, "lam", "luu", "ma", key, "loi", text, "cu", before);
    }
}
