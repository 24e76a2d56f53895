package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Administrators bring in the official units from a table. */
@UsesPortal
class UnitsIT {
    private static final String PAGE = "/quan-tri/dia-ban";
    private static final String TARGET = "/quan-tri/tep-dia-ban";

    private static final Pattern MARK = Pattern.compile("name=\"bang\" value=\"([^\"]+)\"");

    private final Portal portal;
    private final Staff administrator;
    private final PlainForms forms;
    private final String code = "98" + ThreadLocalRandom.current().nextInt(10_000, 100_000);

    UnitsIT(Portal portal) {
        this.portal = portal;
        administrator = Staff.make(portal, Set.of(Role.ADMINISTRATOR), null, Set.of());
        forms = new PlainForms(portal, administrator.cookie());
    }

    @Test
    void a_table_is_checked_first_and_then_carried_out_once() throws IOException {
        try {
            assertThat(code("code,name,type,province_code\n" + code + "1,Thử Một,Xã,98765\n"))
                    .contains("Dòng 2: không có đơn vị cấp trên với mã 98765", "1 chỗ cần sửa")
                    .doesNotContain("value=\"nhap\"");
            assertThat(portal.sql().single("select count(*) from locality where code like '" + code + "%'"))
                    .isEqualTo("0");

            var good = "code,name,type,province_code,valid_from,valid_to,successors\n"
                    + code + "1,Thử Một,Xã,04,,,\n"
                    + code + "2,Thử Cũ,Thị trấn,04,2004-07-08,2025-07-01," + code + "1\n";
            assertThat(code(good)).contains("2 đơn vị mới.", "0 đơn vị sẽ đổi.", "value=\"nhap\"");
            assertThat(portal.sql().single("select count(*) from locality where code like '" + code + "%'"))
                    .isEqualTo("0");
            assertThat(forms.send(PAGE, "lam", "nhap", "bang", "một bảng khác").statusCode())
                    .as("another table than the one that was looked at")
                    .isEqualTo(422);
            portal.sql()
                    .execute(
                            "update locality_import set report = replace(report, '\"added\":2', '\"added\":3') where account = '"
                                    + administrator.username() + "'");
            assertThat(carryOut().statusCode())
                    .as("it would do something else than was told")
                    .isEqualTo(422);
            assertThat(forms.get(PAGE).body()).contains("2 đơn vị mới.");
            assertThat(carryOut().body()).contains("Đã nhập.");

            assertThat(portal.get("/dia-ban/" + code + "1").body()).contains("Xã Thử Một");
            assertThat(portal.get("/dia-ban/" + code + "2@2004-07-08").body()).contains("Thị trấn Thử Cũ", "Thử Một");
            assertThat(portal.get("/dia-ban/" + code + "1?hl=en").body()).contains("Thử Một commune");
            assertThat(forms.get(PAGE + "?q=" + code + "2").body()).contains("1 đơn vị", "Xã Thử Một");
            assertThat(forms.get(PAGE + "?q=😀").body()).contains("0 đơn vị").doesNotContain("Xã Thử Một");
            assertThat(code(good)).contains("Mọi đơn vị đã đúng như trong bảng").doesNotContain("value=\"nhap\"");
            assertThat(carryOut().statusCode()).isEqualTo(422);
            assertThat(forms.send(PAGE, "lam", "bo").body()).contains("Đã bỏ tệp");

            assertThat(code("code,name,type,province_code,valid_from\n" + code + "1,Thử Mới,Xã,04,2025-07-01\n"))
                    .contains("1 đơn vị sẽ đổi.");
            assertThat(portal.sql()
                            .single(
                                    "select string_agg(note, ' ' order by id) from audit_entry where action = 'import-units' and actor = '"
                                            + administrator.username() + "'"))
                    .isEqualTo("+2 ~0");
        } finally {
            portal.sql()
                    .execute(
                            "delete from locality_successor where locality in (select id from locality where code like '"
                                    + code + "%')");
            portal.sql().execute("delete from locality where code like '" + code + "%'");
            portal.sql().execute("update content_revision set number = number + 1");
        }
    }

    @Test
    void a_wrong_successor_is_put_right_by_a_table_that_says_the_right_one() throws IOException {
        var head = "code,name,type,province_code,valid_from,valid_to,successors\n";
        var former = code + "2,Thử Cũ,Xã,04,2004-07-08,2025-07-01,";
        try {
            code(head + code + "1,Thử Một,Xã,04,,,\n" + code + "3,Thử Ba,Xã,04,,,\n" + former + code + "1\n");
            assertThat(carryOut().body()).contains("Đã nhập.");

            assertThat(code(head + former + code + "3\n"))
                    .contains("1 đơn vị sẽ đổi.", "1 đơn vị bỏ bớt đơn vị kế tiếp", "↛ " + code + "1@2025-07-01");
            assertThat(carryOut().body()).contains("Đã nhập.");

            assertThat(portal.sql()
                            .column(
                                    "select s.code from locality_successor x join locality l on l.id = x.locality"
                                            + " join locality s on s.id = x.successor where l.code = ?",
                                    code + "2"))
                    .containsExactly(code + "3");
        } finally {
            portal.sql()
                    .execute(
                            "delete from locality_successor where locality in (select id from locality where code like '"
                                    + code + "%')");
            portal.sql().execute("delete from locality where code like '" + code + "%'");
            portal.sql().execute("update content_revision set number = number + 1");
        }
    }

    /** Most tables do not say the days of their units: whoever has typed them and mends the table needs not do it again. */
    @Test
    void the_days_stay_when_a_file_is_not_taken_and_when_it_is_to_be_mended() throws IOException {
        String[] days = {"1997-01-01", "1976-02-27", "1996-11-06"};

        var none = send("", new byte[0], days);
        assertThat(none.headers().firstValue("Location").orElse("")).endsWith("#gui");
        assertThat(held(page(none))).containsExactly(days);
        var sought = none.headers().firstValue("Location").orElseThrow().split("#")[0];
        assertThat(forms.get(sought + "&q=Xã").body())
                .as("the next pages of the list say nothing of it")
                .contains("trang=2")
                .doesNotContainPattern("trang=2[^\"]*cu-tu")
                .doesNotContainPattern("cu-tu=[^\"]*trang=2");

        var wrong =
                page(send("bang.csv", "code\n1\n".getBytes(StandardCharsets.UTF_8), "1997-01-01", "", "1996-13-06"));
        assertThat(held(wrong)).containsExactly("1997-01-01", "", "1996-13-06");
        assertThat(wrong)
                .contains("Sửa ô ấy", "id=\"cu-tu-sai\"", "id=\"cu-den-sai\"")
                .doesNotContain("id=\"tu-sai\"");

        var faulty = "code,name,type,province_code\n" + code + "1,Thử Một,Xã,98765\n";
        assertThat(held(page(send("bang.csv", faulty.getBytes(StandardCharsets.UTF_8), days))))
                .as("the table is to be mended")
                .containsExactly(days);
        assertThat(held(forms.get(PAGE).body())).as("another day").containsExactly(days);
        assertThat(held(forms.send(PAGE, "lam", "bo", "tu", days[0], "cu-tu", days[1], "cu-den", days[2])
                        .body()))
                .as("another table instead")
                .containsExactly(days);
        assertThat(held(forms.get(PAGE).body())).containsExactly("2025-07-01", "2004-07-08", "2025-07-01");
    }

    /** What stands in the fields for days. */
    private static List<String> held(String page) {
        var fields = Jsoup.parse(page);
        return Stream.of("tu", "cu-tu", "cu-den")
                .map(name -> fields.select("#" + name).attr("value"))
                .toList();
    }

    @Test
    void what_is_no_table_is_told_in_words_and_what_is_too_large_is_not_taken() throws IOException {
        assertThat(page(send("bang.csv", "mã,tên\nxã,ấp\n".getBytes(Charset.forName("UTF-16")))))
                .contains("không phải mã UTF-8");
        assertThat(page(send("<b>.csv", "x\n1\n".getBytes(StandardCharsets.UTF_8))))
                .contains("Thiếu cột: code, name, type", "&lt;b&gt;.csv")
                .doesNotContain("<b>.csv");
        assertThat(page(send("", new byte[0]))).contains("Chưa chọn tệp");
        var large = send("to.csv", new byte[21 << 20]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).as("on a page of ours").contains("Tệp gửi lên quá lớn", "lang=\"vi\"");
        assertThat(portal.send(HttpRequest.newBuilder(portal.uri(TARGET))
                                .header("Cookie", forms.cookie())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("the=x"))
                                .build())
                        .headers()
                        .firstValue("Location"))
                .contains(PAGE + "?bao=het-han#gui");
    }

    /** What is about a unit that goes below another is found under that without the index being built anew. */
    @Test
    void what_is_public_of_a_unit_follows_it_in_the_search() throws IOException {
        var editor = Staff.make(portal, Set.of(Role.EDITOR, Role.PUBLISHER), null, Set.of());
        var slug = "";
        try {
            code("code,name,type,province_code\n" + code + "5,Thử Năm,Xã,04\n" + code + "6,Thử Sáu,Huyện,04\n");
            assertThat(carryOut().body()).contains("Đã nhập.");
            slug = Drafts.start(editor, code + "5");
            for (var step : List.of("review", "approved", "published")) {
                assertThat(editor.send(
                                        "POST",
                                        Drafts.PRODUCTS + "/" + slug + "/transitions",
                                        "{\"to\":\"" + step + "\"}")
                                .statusCode())
                        .isEqualTo(200);
            }
            var found = slug;
            Until.answer(() -> found(code + "5"), body -> body.contains(found));
            assertThat(found(code + "6")).doesNotContain(found);

            code("code,name,type,parent\n" + code + "5,Thử Năm,Xã," + code + "6\n");
            assertThat(carryOut().body()).contains("Đã nhập.");
            Until.answer(() -> found(code + "6"), body -> body.contains(found));
        } finally {
            portal.sql().execute("update product set online = false where slug = '" + slug + "'");
            portal.sql()
                    .execute(
                            "insert into search_outbox (kind, subject) select 'product', id from product where slug = '"
                                    + slug + "'");
            portal.sql()
                    .execute("delete from product_locality where locality in (select id from locality where code like '"
                            + code + "%')");
            portal.sql().execute("update locality set parent = null where code like '" + code + "%'");
            portal.sql().execute("delete from locality where code like '" + code + "%'");
            portal.sql().execute("update content_revision set number = number + 1");
        }
    }

    private String found(String unit) {
        return portal.get("/api/v1/products?size=100&locality=" + unit).body();
    }

    /** As the page that shows what a table would do sends it. */
    private HttpResponse<String> carryOut() {
        var mark = MARK.matcher(forms.get(PAGE).body());
        return forms.send(PAGE, "lam", "nhap", "bang", mark.find() ? mark.group(1) : "");
    }

    private String code(String table) throws IOException {
        return page(send("bang.csv", table.getBytes(StandardCharsets.UTF_8)));
    }

    /** The page that an answer leads to. */
    private String page(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return forms.get(answer.headers().firstValue("Location").orElseThrow().split("#")[0])
                .body();
    }

    private HttpResponse<String> send(String name, byte[] content) throws IOException {
        return send(name, content, "2025-07-01", "2004-07-08", "2025-07-01");
    }

    private HttpResponse<String> send(String name, byte[] content, String... days) throws IOException {
        var body = new ByteArrayOutputStream();
        for (var field :
                new String[][] {{"the", forms.token(PAGE)}, {"tu", days[0]}, {"cu-tu", days[1]}, {"cu-den", days[2]}}) {
            body.writeBytes(
                    ("--ranh\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n")
                            .getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--ranh\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/csv\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--ranh--\r\n".getBytes(StandardCharsets.UTF_8));
        return portal.send(HttpRequest.newBuilder(portal.uri(TARGET))
                .header("Cookie", forms.cookie())
                .header("Content-Type", "multipart/form-data; boundary=ranh")
                .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                .build());
    }
}
