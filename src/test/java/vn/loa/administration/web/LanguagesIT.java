package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Administrators keep the languages of works and pages. */
@UsesPortal
class LanguagesIT {
    private static final String PAGE = "/quan-tri/ngon-ngu";
    private static final String OFFERED = "href=\"/?hl=tyz\"";

    private final Portal portal;
    private final PlainForms forms;

    LanguagesIT(Portal portal) {
        this.portal = portal;
        forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie());
    }

    @Test
    void a_language_of_the_pages_is_withheld_and_offered_again() throws SQLException {
        assertThat(portal.get("/").body()).contains(OFFERED);
        try {
            assertThat(change("tyz", Map.of("giao-dien", "")).body()).contains("Đã lưu.");
            Until.answer(() -> portal.get("/").body(), body -> !body.contains(OFFERED));
            assertThat(portal.get("/?hl=tyz").body()).contains("<html").doesNotContain(OFFERED);
        } finally {
            assertThat(change("tyz", Map.of()).body()).contains("Đã lưu.");
        }
        Until.answer(() -> portal.get("/").body(), body -> body.contains(OFFERED));
    }

    @Test
    void what_would_break_works_or_pages_is_refused() throws SQLException {
        assertThat(change("vi", Map.of("giao-dien", "")).body()).contains("ngôn ngữ đầu tiên");
        assertThat(change("hmn", Map.of("noi-dung", "")).body()).contains("Đang được dùng");
        assertThat(change("hmn", Map.of("tag", "không phải")).body()).contains("Mã ngôn ngữ không đúng");
        assertThat(change("hmn", Map.of("tag", "vi")).body()).contains("Mã này đã có");
        assertThat(change("hmn", Map.of("tep", "HM")).body()).contains("Mã ngôn ngữ không đúng");
        assertThat(change("hmn", Map.of("vi", "")).body()).contains("Cần có tên tiếng Việt");
    }

    @Test
    void another_province_adds_its_language() throws SQLException {
        try {
            assertThat(send("them", Map.of("ma", "km1")).statusCode()).isEqualTo(422);
            var added = send(
                    "them",
                    Map.of(
                            "ma",
                            "km",
                            "vi",
                            "Tiếng Khmer",
                            "en",
                            "Khmer",
                            "ten",
                            "ខ្មែរ",
                            "tag",
                            "km-Khmr-KH",
                            "tep",
                            "khm",
                            "chu",
                            "",
                            "noi-dung",
                            "co",
                            "thu-tu",
                            "9"));
            assertThat(added.body()).contains("Đã thêm.", "Tiếng Khmer");
            assertThat(portal.get("/api/v1/languages").body()).contains("\"km\"");
        } finally {
            portal.sql()
                    .execute("delete from language where code = 'km'; update content_revision set number = number + 1");
        }
    }

    /** What the migrations have written of a language, but for these fields. */
    private HttpResponse<String> change(String code, Map<String, String> others) throws SQLException {
        var fields = new LinkedHashMap<String, String>();
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "select version, cast(label as json) ->> 'vi', cast(label as json) ->> 'en',"
                                + " endonym, bcp47, media_code, coalesce(orthography, ''), position from language where code = ?")) {
            statement.setString(1, code);
            try (var row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                var names = new String[] {"ban", "vi", "en", "ten", "tag", "tep", "chu", "thu-tu"};
                for (var i = 0; i < names.length; i++) {
                    fields.put(names[i], row.getString(i + 1));
                }
            }
        }
        fields.put("ma", code);
        fields.put("noi-dung", "co");
        fields.put("giao-dien", "co");
        fields.putAll(others);
        return send("sua", fields);
    }

    private HttpResponse<String> send(String act, Map<String, String> fields) {
        var all = new LinkedHashMap<>(fields);
        all.put("lam", act);
        return forms.send(PAGE, all);
    }
}
