package vn.loa.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** What administrators read of the audit trail, on its page and as a table. */
@UsesPortal
class AuditLogIT {
    private static final String PAGE = "/quan-tri/nhat-ky";
    private static final String FILE = "/quan-tri/nhat-ky-bang";

    private final Portal portal;
    private final String administrator;
    private final String who = "thu." + UUID.randomUUID();

    AuditLogIT(Portal portal) {
        this.portal = portal;
        administrator =
                Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of()).cookie();
    }

    @Test
    void entries_are_narrowed_to_a_person_an_act_a_subject_and_days() throws SQLException {
        enter("2001-02-03T16:59:59Z", "publish", "product", "ao-am", "ngày 3");
        enter("2001-02-03T17:00:00Z", "publish", "product", "ao-am", "ngày 4 & <b>");
        enter("2001-02-04T17:00:00Z", "withdraw", "plan", "ke-hoach", "ngày 5");

        assertThat(page("?nguoi=" + who)).contains("3 mục", "ngày 3", "ngày 4 &amp; &lt;b&gt;", "ngày 5");
        assertThat(page("?nguoi=" + who + "&tu=2001-02-04&den=2001-02-04"))
                .contains("1 mục", "ngày 4")
                .doesNotContain("ngày 3", "ngày 5");
        assertThat(page("?nguoi=" + who + "&viec=withdraw")).contains("1 mục", "ngày 5");
        assertThat(page("?nguoi=" + who + "&loai=product&ten=AO-")).contains("2 mục");
        assertThat(page("?nguoi=" + who + "&ten=%25")).contains("0 mục", "Không có mục nào như vậy");
        assertThat(page("?tu=hom-qua")).contains("Không đọc được là một ngày: hom-qua");
        assertThat(page("?nguoi=" + who + "&trang=99999999")).contains("3 mục");
    }

    @Test
    void the_table_holds_the_same_entries_for_spreadsheets_and_nothing_that_they_would_calculate() throws SQLException {
        enter("2001-02-03T17:00:00Z", "publish", "product", "ao-am", "=HYPERLINK(\"x\")");
        enter("2001-02-03T17:00:01Z", "publish", "product", "ao-am", "hai\ndòng, \"trích\"");

        var file = portal.get(FILE + "?nguoi=" + who, "Cookie", administrator);

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment; ");
        assertThat(file.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-store");
        assertThat(file.body()).startsWith("\ufeff\"Số\",\"Lúc\",\"Người làm\"");
        var rows = file.body().split("\r\n");
        assertThat(rows).hasSize(3);
        assertThat(rows[1])
                .endsWith("\"2001-02-04 00:00:01\",\"" + who
                        + "\",\"Đăng\",\"Sản phẩm\",\"ao-am\",\"hai\ndòng, \"\"trích\"\"\",\"publish\",\"product\"");
        assertThat(rows[2]).contains("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(portal.get(FILE + "?tu=hom-qua", "Cookie", administrator).statusCode())
                .isEqualTo(400);
    }

    @Test
    void what_the_portal_notes_is_said_in_words_and_what_people_wrote_stays_as_it_is() throws SQLException {
        enter("2001-02-03T17:00:00Z", "change-account", "account", "ai-do", "[editor, publisher], 04, [hmn], open");
        enter(
                "2001-02-03T17:00:01Z",
                "correct-track",
                "product",
                "ao-am",
                "subtitle hmn dub → subtitle tyz translation");
        enter("2001-02-03T17:00:02Z", "import-archive", "archive", "goi", "done 3, failed 1, faulty 0, same 2");
        enter("2001-02-03T17:00:03Z", "end-upload", "upload", "x", "phim of nhà.mp4, 2048 of 4096 bytes");
        enter("2001-02-03T17:00:04Z", "return", "product", "ao-am", "subtitle hmn: xem lại");
        enter("2001-02-03T17:00:05Z", "file-report", "broadcasts", "04", "2001-01");

        assertThat(page("?nguoi=" + who))
                .contains(
                        "Biên tập viên, Người duyệt đăng; Tỉnh Cao Bằng; Tiếng Mông",
                        "Phụ đề · Tiếng Mông · Lồng tiếng → Phụ đề · Tiếng Tày · Bản dịch",
                        "3 xong",
                        "phim of nhà.mp4: đã nhận",
                        "subtitle hmn: xem lại",
                        "tháng 1 năm 2001")
                .doesNotContain("[editor", "failed 1", "of 4096 bytes", "2001-01<");
    }

    @Test
    void a_table_of_more_entries_than_are_read_at_once_is_whole() throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug)"
                                + " select now(), ?, 'publish', 'product', n, 'x' from generate_series(1, 2500) n")) {
            statement.setString(1, who);
            statement.executeUpdate();
        }

        var body = portal.get(FILE + "?nguoi=" + who, "Cookie", administrator).body();

        assertThat(body.split("\r\n")).hasSize(2501).doesNotHaveDuplicates();
    }

    @Test
    void nobody_else_reads_it_and_neither_does_who_administers_one_place() {
        for (var role : Set.of(Role.EDITOR, Role.PUBLISHER, Role.LANGUAGE_REVIEWER, Role.COMMUNE_OFFICER)) {
            var cookie = Staff.make(portal, Set.of(role), null, Set.of("hmn")).cookie();
            assertThat(portal.get(FILE, "Cookie", cookie).statusCode())
                    .as(role.code())
                    .isEqualTo(403);
        }
        assertThat(portal.get(FILE).statusCode()).isEqualTo(303);
        var ofCommune = Staff.make(portal, Set.of(Role.ADMINISTRATOR), "01393", Set.of())
                .cookie();
        assertThat(portal.get(FILE, "Cookie", ofCommune).statusCode()).isEqualTo(403);
        assertThat(portal.get(PAGE, "Cookie", ofCommune).body())
                .contains("dành cho người quản trị có phạm vi toàn tỉnh")
                .doesNotContain("mục</h2>");
    }

    private String page(String query) {
        var answer = portal.get(PAGE + query, "Cookie", administrator);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private void enter(String at, String action, String kind, String subject, String note) throws SQLException {
        try (var database = portal.database();
                var statement = database.prepareStatement(
                        "insert into audit_entry (at, actor, action, subject_kind, subject_id, subject_slug, note)"
                                + " values (cast(? as timestamptz), ?, ?, ?, 1, ?, ?)")) {
            var values = new String[] {at, who, action, kind, subject, note};
            for (var i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
