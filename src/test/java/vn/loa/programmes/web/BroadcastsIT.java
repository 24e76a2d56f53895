package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.Jsons;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What was really aired: written by programs, by tables and by hand, corrected, and counted for plans. Each test has a commune of its own. */
@UsesPortal
class BroadcastsIT {
    private static final String API = "/api/v1/broadcasts";
    private static final String WORK = "/quan-tri/lich-phat/";
    private static final String FILES = "/quan-tri/tep-nhat-ky-phat/";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final Pattern ENTRY = Pattern.compile("/nhat-ky/([0-9]+)\"");

    private final Portal portal;

    BroadcastsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void what_a_program_sends_again_and_in_another_order_is_written_once() {
        var staff = officer("07228");
        var morning = entry("k1", "07228", "2026-03-02T05:00:00+07:00", SKIT, "vi");
        var evening = entry("k2", "07228", "2026-03-02T17:00:00", SKIT, "hmn");

        assertThat(sums(send(staff, evening, morning))).isEqualTo("2 0 0");
        var again = send(staff, morning, evening, morning);
        assertThat(sums(again)).isEqualTo("0 3 0");
        assertThat(again.getJsonArray("entries").getJsonObject(0).getInt("id"))
                .isEqualTo(again.getJsonArray("entries").getJsonObject(2).getInt("id"));

        var other = send(staff, entry("k1", "07228", "2026-03-02T05:30:00", SKIT, "vi"));
        assertThat(sums(other)).as("the key is of another entry").isEqualTo("0 0 1");
        assertThat(other.toString()).contains("\"field\":\"key\"");
        assertThat(log("07228", "2026-03")).containsOnlyOnce("05:00:00</b>").containsOnlyOnce("17:00:00</b>");
    }

    @Test
    void an_entry_that_cannot_be_taken_says_why_and_keeps_no_other_from_it() {
        var staff = officer("01336");
        var taken = send(
                staff,
                entry("a", "01336", "2026-03-02T05:00:00", SKIT, "vi"),
                entry("b", "01336", "2026-03-02T06:00:00", "khong-co", "vi"),
                entry("c", "01336", "2026-03-02T07:00:00", SKIT, "xx"),
                entry("d", "01336", Instant.now().plus(1, ChronoUnit.HOURS).toString(), SKIT, "vi"),
                entry("e", "01336", "1998-03-02T07:00:00", SKIT, "vi"),
                entry("f", "999999", "2026-03-02T07:00:00", SKIT, "vi"),
                entry("g", "04", "2026-03-02T07:00:00", SKIT, "vi"));
        assertThat(sums(taken)).isEqualTo("1 0 6");
        assertThat(taken.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
                        .skip(1)
                        .map(each ->
                                each.getJsonArray("violations").getJsonObject(0).getString("field")))
                .containsExactly("product", "language", "at", "at", "locality", "locality");
    }

    @Test
    void a_time_or_an_outcome_that_says_nothing_keeps_no_other_entry_from_the_log() {
        var staff = officer("01336");
        var taken = send(
                staff,
                entry("t", "01336", "hôm qua", SKIT, "vi"),
                entry("o", "01336", "2026-03-16T06:00:00", SKIT, "vi").replace("}", ",\"outcome\":\"maybe\"}"),
                entry("s", "01336", "2026-03-16T07:00:00", SKIT, "vi").replace("}", ",\"seconds\":99999999999}"),
                entry("g", "01336", "2026-03-16T05:00:00", SKIT, "vi"));
        assertThat(sums(taken)).isEqualTo("1 0 3");
        assertThat(taken.getJsonArray("entries").getValuesAs(JsonObject.class).stream()
                        .limit(3)
                        .map(each -> each.getString("key") + " "
                                + each.getJsonArray("violations")
                                        .getJsonObject(0)
                                        .getString("field")))
                .containsExactly("t at", "o outcome", "s seconds");
    }

    @Test
    void what_loudspeakers_cannot_have_played_is_refused_and_says_why() {
        var staff = officer("01336");
        var taken = send(
                staff,
                entry("heard-l", "01336", "2026-03-17T04:00:00", SKIT, "vi").replace("}", ",\"seconds\":5000}"),
                entry("heard-z", "01336", "2026-03-17T04:30:00", SKIT, "vi").replace("}", ",\"seconds\":0}"),
                entry("heard-a", "01336", "2026-03-17T05:33:13", SKIT, "vi"),
                entry("heard-b", "01336", "2026-03-17T05:33:20", SKIT, "vi"),
                entry("heard-c", "01336", "2026-03-17T05:33:20", SKIT, "hmn"),
                entry("heard-e", "01336", "2024-03-17T05:33:20", SKIT, "hmn"));
        assertThat(sums(taken)).isEqualTo("1 0 5");
        assertThat(taken.toString())
                .contains(
                        "than the sound lasts",
                        "must not be 0",
                        "within another broadcast",
                        "within a broadcast of something else",
                        "before the product was public");
        var later = send(staff, entry("heard-d", "01336", "2026-03-17T05:33:22", SKIT, "vi"));
        assertThat(sums(later)).as("sent afterwards").isEqualTo("0 0 1");
    }

    @Test
    void what_is_no_entry_is_refused_as_a_whole_with_its_fields() {
        var staff = officer("01336");
        var bad = staff.send(
                "POST",
                API,
                "{\"entries\":[{\"key\":\"\",\"at\":5,\"outcome\":true,\"extra\":1},"
                        + entry("ok", "01336", "2026-03-09T05:00:00", SKIT, "vi") + "]}");
        assertThat(bad.statusCode()).isEqualTo(400);
        assertThat(bad.body())
                .contains("entries[0].at", "entries[0].outcome", "entries[0].extra", "entries[0].locality")
                .doesNotContain("entries[1]");
        assertThat(staff.send("POST", API, "{\"entries\":[]}").statusCode()).isEqualTo(400);
        assertThat(staff.send("POST", API, "{}").statusCode()).isEqualTo(400);
        var many = Stream.generate(() -> entry("n", "01336", "2026-03-09T05:00:00", SKIT, "vi"))
                .limit(1_001)
                .collect(Collectors.joining(",", "{\"entries\":[", "]}"));
        assertThat(staff.send("POST", API, many).statusCode()).isEqualTo(400);
        assertThat(log("01336", "2026-03")).as("nothing was taken").doesNotContain("9/3/2026");
    }

    @Test
    void an_officer_who_reaches_into_another_commune_writes_nothing_there() {
        var staff = officer("07330");
        var own = entry("own", "07330", "2026-03-03T05:00:00", SKIT, "vi");
        var others = entry("others", "01351", "2026-03-03T05:00:00", SKIT, "vi");
        assertThat(staff.send("POST", API, body(others)).statusCode()).isEqualTo(403);
        var mixed = send(staff, others, own.replace("2026-03-03", "2026-02-03"));
        assertThat(sums(mixed)).as("the one keeps no other from the log").isEqualTo("1 0 1");
        assertThat(mixed.toString()).contains("is not a commune of yours");
        assertThat(portal.send("POST", API, body(own)).statusCode()).isEqualTo(401);
        assertThat(log("07330", "2026-03")).doesNotContain("3/3/2026");
        assertThat(log("01351", "2026-03")).doesNotContain("3/3/2026");

        var forms = forms("07330", Role.COMMUNE_OFFICER);
        for (var path : List.of("01351/nhat-ky", "04/nhat-ky", "nhat-ky", "07330/nhat-ky/999999999")) {
            assertThat(forms.get(WORK + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(forms.get(FILES + "01351/2026-03.pdf").statusCode()).isEqualTo(403);
        assertThat(forms.get(FILES + "tong-hop/2026-03.xlsx").statusCode()).isEqualTo(403);
        assertThat(table(forms, "07330/", "01351", "Ngày,Giờ,Sản phẩm,Tiếng\n3/3/2026,5:00," + SKIT + ",vi\n")
                        .statusCode())
                .isEqualTo(403);
        assertThat(table(forms, "07330/", null, "Xã,Ngày,Giờ,Sản phẩm,Tiếng\n01351,3/3/2026,5:00," + SKIT + ",vi\n")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void what_was_aired_was_aired_though_it_is_withdrawn_and_what_was_never_public_is_not_known() {
        var commune = "15910";
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var draft = Drafts.start(all, commune);
        portal.sql().execute("update product set published_at = '2026-03-01T00:00:00Z' where slug = ?", slug);
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");

        var taken = send(
                officer(commune),
                entry("w", commune, "2026-03-04T05:00:00", slug, "vi"),
                entry("d", commune, "2026-03-04T06:00:00", draft, "vi"),
                entry("l", commune, "2026-03-04T07:00:00", slug, "tyz"));
        assertThat(sums(taken)).isEqualTo("1 0 2");
        assertThat(taken.toString()).contains("\"field\":\"product\"", "in which the product has a voice");
        assertThat(log(commune, "2026-03")).contains("đã gỡ khỏi cổng");
    }

    @Test
    void what_was_aired_counts_for_the_promise_that_it_fulfils() {
        var staff = officer("07306");
        var product = object(staff.get(PRODUCTS + "/" + SKIT));
        var plan = plan(product);
        var deliverable = product.getString("deliverable");
        var before = airings(staff, plan, deliverable);

        send(
                staff,
                entry("p1", "07306", "2026-03-05T05:00:00", SKIT, "hmn"),
                entry("p2", "07306", "2026-03-05T06:00:00", SKIT, "hmn"),
                entry("p3", "07306", "2026-03-05T07:00:00", SKIT, "hmn").replace("}", ",\"outcome\":\"missed\"}"));

        var after = airings(staff, plan, deliverable);
        assertThat(after.getInt("count")).isEqualTo(before.getInt("count") + 2);
        assertThat(after.getInt("places")).isEqualTo(before.getInt("places") + 1);
        assertThat(hmn(after)).isEqualTo(hmn(before) + 2);
        assertThat(forms(null, Role.PUBLISHER).get("/quan-tri/ke-hoach/" + plan).body())
                .contains("Đã phát trên loa");
    }

    @Test
    void an_officer_enters_corrects_and_strikes_out_and_what_was_there_is_kept() {
        var commune = "01363";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        var page = WORK + commune + "/nhat-ky";
        var found = forms.send(page, "lam", "tim", "q", "con bo", "ngay", "2026-03-06", "gio", "05:00");
        assertThat(found.body()).contains("value=\"hmn " + SKIT + "\"", "value=\"2026-03-06\"");
        var entered = Map.of(
                "lam",
                "ghi",
                "chon",
                "hmn " + SKIT,
                "ngay",
                "2026-03-06",
                "gio",
                "05:00",
                "ket-qua",
                "aired",
                "dai",
                "0:05",
                "ghi-chu",
                "Cụm loa bản Trên",
                "khoa",
                "00000000-0000-0000-0000-000000000001");
        assertThat(forms.send(page, entered).body()).contains("Đã ghi vào nhật ký.");
        assertThat(forms.send(page, entered).body()).as("sent again").contains("đã có lần phát này rồi");
        var told = send(officer(commune), entry("api", commune, "2026-03-06T05:00:40", SKIT, "hmn"));
        assertThat(sums(told)).as("another way tells of the same").isEqualTo("0 1 0");
        var future = forms.send(
                page, "lam", "ghi", "chon", "hmn " + SKIT, "ngay", "2199-01-01", "gio", "05:00", "ket-qua", "aired");
        assertThat(future.statusCode()).isEqualTo(422);
        assertThat(future.body()).contains("chỉ ghi điều đã phát", "value=\"2199-01-01\"");

        var id = ENTRY.matcher(log(commune, "2026-03"));
        assertThat(id.find()).isTrue();
        var entry = page + "/" + id.group(1);
        var correction = Map.of(
                "lam",
                "sua",
                "ban",
                "1",
                "ngay",
                "2026-03-06",
                "gio",
                "05:10:05",
                "san-pham",
                SKIT,
                "tieng",
                "hmn",
                "ket-qua",
                "cut",
                "dai",
                "2",
                "ly-do",
                "");
        assertThat(forms.get(entry).body()).contains("name=\"ban\" value=\"1\"", "Cụm loa bản Trên", "0:05");
        assertThat(forms.send(entry, "lam", "tim", "q", "con bo").body())
                .as("another work is searched for by its name")
                .contains("name=\"chon\"", "hmn " + SKIT, "Con bò của nhà ông Páo");
        assertThat(forms.send(entry, correction).body()).contains("viết lý do");
        var reasoned = new HashMap<>(correction);
        reasoned.put("ly-do", "Mất điện giữa chừng");
        assertThat(forms.send(entry, reasoned).body())
                .contains(
                        "Đã lưu. Bản trước vẫn được giữ.",
                        "Mất điện giữa chừng",
                        "Trước đó ghi:",
                        "05:00:00",
                        "05:10:05");
        assertThat(forms.send(entry, reasoned).body()).as("sent again").contains("Có người vừa sửa");
        assertThat(forms.send(entry, "lam", "gach", "ban", "2", "ly-do", "Ghi nhầm xã")
                        .body())
                .contains("Đã gạch bỏ", "Lấy lại");
        assertThat(forms.get(page + "?thang=2026-03").body()).contains("Đã gạch bỏ");
        assertThat(sums(send(officer(commune), entry("api", commune, "2026-03-06T05:00:40", SKIT, "hmn"))))
                .as("what was struck out is told anew")
                .isEqualTo("1 0 0");
    }

    @Test
    void what_was_written_by_mistake_is_struck_out_at_once_with_one_reason_but_what_somebody_has_corrected_since() {
        var commune = "07306";
        send(
                officer(commune),
                entry("x", commune, "2026-05-08T05:00:00", SKIT, "vi"),
                entry("y", commune, "2026-05-08T06:00:00", SKIT, "vi"),
                entry("z", commune, "2026-05-08T07:00:00", SKIT, "vi"));
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        var page = WORK + commune + "/nhat-ky?thang=2026-05";
        var marks = Pattern.compile("name=\"gach\" value=\"([0-9]+\\.[0-9]+)\"")
                .matcher(forms.get(page).body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(marks).hasSize(3);
        portal.sql()
                .change(
                        "update broadcast set version = version + 1 where id = ?",
                        Long.valueOf(marks.get(0).replaceAll("\\..*", "")));

        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("lam", "gach-nhieu"));
        marks.forEach(mark -> fields.add(Map.entry("gach", mark)));
        var unsaid = forms.sendAll(page, fields);
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).as("what was marked stays").contains("viết lý do", "checked");
        fields.add(Map.entry("ly-do", "Nhập nhầm tháng."));
        var others = forms("01393", Role.COMMUNE_OFFICER).sendAll(WORK + "01393/nhat-ky?thang=2026-05", fields);
        assertThat(others.statusCode()).as("of another commune").isEqualTo(422);
        var struck = forms.sendAll(page, fields);
        assertThat(struck.statusCode()).isEqualTo(303);
        assertThat(forms.follow(struck).body()).contains("Đã gạch bỏ 2 lần ghi.", "Bỏ qua 1 lần ghi");
        assertThat(portal.sql()
                        .number(
                                "select count(*) from broadcast b join locality l on l.id = b.locality where l.code = ? and b.struck and b.aired_at > '2026-04-30'",
                                commune))
                .isEqualTo(2);
    }

    @Test
    void a_whole_day_is_struck_out_hidden_and_taken_back_with_one_press_each() {
        var commune = "07306";
        send(
                officer(commune),
                entry("day-x", commune, "2026-07-09T05:00:00", SKIT, "vi"),
                entry("day-y", commune, "2026-07-09T06:00:00", SKIT, "vi"),
                entry("day-z", commune, "2026-07-10T06:00:00", SKIT, "vi"));
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        var page = WORK + commune + "/nhat-ky?thang=2026-07";
        var day = Pattern.compile("name=\"gach-ngay\"[^>]* value=\"([^\"]+)\"")
                .matcher(forms.get(page).body());
        assertThat(day.find()).as("of the day that has two").isTrue();
        var marks = day.group(1);
        var unsaid = forms.send(page, "lam", "gach-nhieu", "gach-ngay", marks);
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body())
                .containsPattern("(?s)class=\"stay[^>]*><p class=\"alert\" role=\"alert\">[^<]*viết lý do");

        var struck = forms.sendThrough(page, "lam", "gach-nhieu", "gach-ngay", marks, "ly-do", "Thử máy.");
        assertThat(struck.body()).contains("Đã gạch bỏ 2 lần ghi.", "gạch bỏ 2 lần ghi", "Ẩn 2 lần ghi đã gạch bỏ");
        assertThat(forms.get(page + "&gach-bo=an").body())
                .contains("10/7/2026 06:00:00", "Hiện cả 2 lần ghi đã gạch bỏ")
                .doesNotContain("9/7/2026 05:00:00");
        var gone = Pattern.compile("name=\"vua-gach\" value=\"([0-9 ]+)\"").matcher(struck.body());
        assertThat(gone.find()).isTrue();
        var others = forms("01393", Role.COMMUNE_OFFICER)
                .send(WORK + "01393/nhat-ky", "lam", "hoan-tac-ghi", "vua-gach", gone.group(1));
        assertThat(others.statusCode()).as("of another commune").isEqualTo(422);
        assertThat(forms.sendThrough(page, "lam", "hoan-tac-ghi", "vua-gach", gone.group(1))
                        .body())
                .contains("Đã hoàn tác: 2 lần ghi được tính lại.")
                .doesNotContain("Ẩn 2 lần ghi");
        assertThat(forms.send(page, "lam", "hoan-tac-ghi", "vua-gach", gone.group(1))
                        .statusCode())
                .as("once")
                .isEqualTo(422);
    }

    @Test
    void a_program_reads_the_log_page_by_page_and_corrects_an_entry_by_the_rules_of_its_page() {
        var commune = "15910";
        var officer = officer(commune);
        send(
                officer,
                entry("x", commune, "2026-06-08T05:00:00", SKIT, "vi"),
                entry("y", commune, "2026-06-09T06:00:00", SKIT, "vi"),
                entry("z", commune, "2026-07-01T07:00:00", SKIT, "vi"));
        var log = "/api/v1/programmes/" + commune + "/broadcasts?from=2026-06-01&to=2026-06-30";
        var listed = object(officer.get(log + "&size=1&page=2"));
        assertThat(listed.getInt("total")).isEqualTo(2);
        var entry = listed.getJsonArray("items").getJsonObject(0);
        assertThat(entry.getString("key")).isEqualTo("x");
        assertThat(entry.getString("outcome")).isEqualTo("aired");
        assertThat(entry.getString("at")).as("as other addresses say it").isEqualTo("2026-06-08T05:00:00+07:00");
        assertThat(officer.get(log.replace("2026-06-30", "2028-06-30")).statusCode())
                .isEqualTo(400);
        assertThat(officer("01393").get(log).statusCode())
                .as("of another commune")
                .isEqualTo(403);
        assertThat(portal.get(log).statusCode()).isEqualTo(401);

        var one = "/api/v1/broadcasts/" + entry.getInt("id");
        var tag = officer.get(one).headers().firstValue("ETag").orElseThrow();
        var cut = "{\"outcome\":\"cut\",\"seconds\":20,\"reason\":\"Mất điện giữa chừng.\"}";
        assertThat(officer.send("PATCH", one, cut).statusCode()).isEqualTo(428);
        assertThat(officer.send("PATCH", one, "{\"outcome\":\"cut\"}", "If-Match", tag)
                        .body())
                .contains("\"field\":\"reason\"");
        assertThat(officer.send("PATCH", one, "{\"product\":\"khong-co\",\"reason\":\"x\"}", "If-Match", tag)
                        .body())
                .contains("\"field\":\"product\"");
        assertThat(officer("01393").send("PATCH", one, cut, "If-Match", tag).statusCode())
                .isEqualTo(403);
        var corrected = officer.send("PATCH", one, cut, "If-Match", tag);
        assertThat(corrected.statusCode()).as(corrected.body()).isEqualTo(200);
        assertThat(object(corrected).getString("outcome")).isEqualTo("cut");
        assertThat(object(corrected).getBoolean("corrected")).isTrue();
        var was = object(officer.get(one)).getJsonArray("history").getJsonObject(0);
        assertThat(was.getString("outcome")).isEqualTo("aired");
        assertThat(was.getString("reason")).isEqualTo("Mất điện giữa chừng.");
        assertThat(officer.send("PATCH", one, cut, "If-Match", tag).statusCode())
                .as("somebody was faster")
                .isEqualTo(412);
        assertThat(officer.send("PATCH", one, "{\"struck\":true,\"reason\":\"Nhập nhầm.\"}", "If-Match", "*")
                        .body())
                .contains("\"struck\":true", "\"outcome\":\"cut\"");
        assertThat(officer.get("/api/v1/broadcasts/999999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void an_entry_that_is_longer_than_its_sound_is_struck_out_or_shortened_and_not_taken_back_as_it_was() {
        var commune = "01399";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        send(officer(commune), entry("long", commune, "2026-03-10T05:00:00", SKIT, "vi"));
        // As it could be written before it was looked at.
        portal.sql().change("update broadcast set seconds = 80000 where key = 'long'");
        var id = portal.sql().single("select id from broadcast where key = 'long'");
        var page = WORK + commune + "/nhat-ky/" + id;
        assertThat(forms.send(page, "lam", "gach", "ban", "1", "ly-do", "Ghi nhầm")
                        .body())
                .contains("Đã lưu. Bản trước vẫn được giữ.", "Đã gạch bỏ");
        assertThat(forms.send(page, "lam", "lay-lai", "ban", "2", "ly-do", "Thử")
                        .body())
                .contains("dài hơn bản âm thanh");
        assertThat(forms.send(
                                page,
                                "lam",
                                "sua",
                                "ban",
                                "2",
                                "ngay",
                                "2026-03-10",
                                "gio",
                                "05:00:00",
                                "san-pham",
                                SKIT,
                                "tieng",
                                "vi",
                                "ket-qua",
                                "aired",
                                "dai",
                                "0:30",
                                "ly-do",
                                "Sửa thời lượng")
                        .body())
                .contains("Đã lưu. Bản trước vẫn được giữ.", "0:30");
    }

    @Test
    void what_was_planned_waits_until_somebody_says_whether_it_was_aired() {
        var commune = "01366";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        setUp(forms, commune);
        var week = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1);
        var planned = Stream.of("05:00:00", "17:00:00")
                .map(time -> "{\"at\":\"%sT%s\",\"product\":\"%s\",\"language\":\"vi\"}"
                        .formatted(week.monday(), time, SKIT))
                .collect(Collectors.joining(","));
        var written = officer(commune)
                .send(
                        "PUT",
                        "/api/v1/programmes/" + commune,
                        "{\"week\":\"%s\",\"publish\":true,\"items\":[%s]}".formatted(week.code(), planned),
                        "If-Match",
                        "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        var page = WORK + commune + "/nhat-ky";
        var names = Pattern.compile("name=\"muc\" id=\"muc-[0-9-]+\" value=\"([^\"]+)\"")
                .matcher(forms.get(page).body())
                .results()
                .map(name -> name.group(1))
                .toList();
        assertThat(names).hasSize(2);

        assertThat(forms.sendThrough(page, "lam", "khong-phat", "muc", names.get(0))
                        .body())
                .contains("viết lý do");
        assertThat(forms.sendThrough(page, "lam", "khong-phat", "muc", names.get(0), "ghi-chu", "Mất điện")
                        .body())
                .contains("Đã ghi 1 mục của ", "Chờ xác nhận: 1 mục");
        assertThat(forms.sendThrough(page, "lam", "da-phat", "muc", "bịa ra").body())
                .contains("Chưa ghi gì");
        var late = sums(send(officer(commune), entry("late", commune, week.monday() + "T05:00:03", SKIT, "vi")));
        assertThat(late).as("a station that was offline knows better").isEqualTo("1 0 0");
        assertThat(forms.sendThrough(page, "lam", "da-phat", "muc", names.get(1))
                        .body())
                .contains("Đã ghi 1 mục của ")
                .doesNotContain("Chờ xác nhận");
        assertThat(log(commune, YearMonth.from(week.monday()).toString()))
                .contains("Đã gạch bỏ", "Mất điện", "05:00:03");

        var confirmed = page + "/"
                + portal.sql()
                        .number(
                                "select max(b.id) from broadcast b join locality l on l.id = b.locality where l.code = ? and b.origin = 'hand'",
                                commune);
        assertThat(forms.send(confirmed, "lam", "gach", "ban", "1", "ly-do", "Bấm nhầm")
                        .body())
                .contains("Đã gạch bỏ");
        assertThat(forms.sendThrough(page, "lam", "da-phat", "muc", names.get(1), "ghi-chu", "Trưởng bản nghe")
                        .body())
                .as("who struck it out by mistake confirms it again")
                .contains("Đã ghi 1 mục của ")
                .doesNotContain("Chờ xác nhận");
        assertThat(forms.get(confirmed).body())
                .contains("Trưởng bản nghe", "Bấm nhầm", "Được ghi lại sau khi gạch bỏ")
                .doesNotContain("Lấy lại");
    }

    @Test
    void what_a_station_was_not_to_play_by_then_waits_for_nobody() {
        var commune = "01705";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        setUp(forms, commune);
        var week = Week.of(LocalDate.now(TimeSource.ZONE)).plus(-1);
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var items = Stream.of(
                        week.monday() + "T05:00:00 " + SKIT,
                        week.monday() + "T17:00:00 " + slug,
                        week.monday().plusDays(1) + "T05:00:00 " + SKIT)
                .map(each -> each.split(" "))
                .map(each -> "{\"at\":\"%s\",\"product\":\"%s\",\"language\":\"vi\"}".formatted(each[0], each[1]))
                .collect(Collectors.joining(","));
        var written = all.send(
                "PUT",
                "/api/v1/programmes/" + commune,
                "{\"week\":\"%s\",\"publish\":true,\"items\":[%s]}".formatted(week.code(), items),
                "If-Match",
                "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");
        var page = WORK + commune + "/nhat-ky";
        assertThat(forms.get(page).body()).as("withdrawn since").contains("Chờ xác nhận: 3 mục");
        portal.sql()
                .change(
                        "update product set changed_at = ?::timestamptz where slug = ?",
                        week.monday() + "T16:00:00+07:00",
                        slug);
        assertThat(forms.get(page).body()).as("withdrawn before its time").contains("Chờ xác nhận: 2 mục");

        var settings = WORK + commune + "/thiet-lap";
        var version = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"")
                .matcher(forms.get(settings).body());
        assertThat(version.find()).isTrue();
        assertThat(forms.send(settings, "lam", "luu", "ban", version.group(1), "gio-1", "06:00-06:10", "lap", "1")
                        .body())
                .contains("Đã lưu");
        assertThat(forms.get(page).body()).as("other slots since").contains("Chờ xác nhận: 2 mục");
        portal.sql()
                .change(
                        "update station_change set until = ?::timestamptz where settings is not null and station ="
                                + " (select s.id from station s join locality l on l.id = s.locality where l.code = ?)",
                        week.monday() + "T12:00:00+07:00",
                        commune);
        portal.sql()
                .change(
                        "update station_change set until = ?::timestamptz where settings is null and station ="
                                + " (select s.id from station s join locality l on l.id = s.locality where l.code = ?)",
                        week.monday().minusDays(7) + "T12:00:00+07:00",
                        commune);
        assertThat(forms.get(page).body())
                .as("by then it was silent on Tuesdays")
                .contains("Chờ xác nhận: 1 mục");
    }

    @Test
    void who_corrects_an_entry_waits_for_who_writes_into_the_log_and_keeps_nothing_from_them() throws Exception {
        var commune = "07306";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        assertThat(sums(send(officer(commune), entry("lock", commune, "2026-03-06T05:00:00", SKIT, "vi"))))
                .isEqualTo("1 0 0");
        var id = portal.sql()
                .number(
                        "select b.id from broadcast b join locality l on l.id = b.locality where b.key = 'lock' and l.code = ?",
                        commune);
        var strike = Map.of("lam", "gach", "ban", "1", "ly-do", "Ghi nhầm");
        try (var writer = portal.database()) {
            writer.setAutoCommit(false);
            try (var claim = writer.prepareStatement(
                    "select pg_advisory_xact_lock(hashtext('broadcasts ' || locality)) from broadcast where id = ?")) {
                claim.setLong(1, id);
                claim.execute();
            }
            var corrected = CompletableFuture.supplyAsync(
                    () -> forms.send(WORK + commune + "/nhat-ky/" + id, strike).body());
            Until.holds(() -> portal.sql()
                            .number("select count(*) from pg_locks w join pg_locks h using (classid, objid) where"
                                    + " w.locktype = 'advisory' and not w.granted and h.granted and h.pid = "
                                    + pid(writer))
                    == 1);
            try (var row = writer.prepareStatement("select id from broadcast where id = ? for update nowait")) {
                row.setLong(1, id);
                row.execute();
            }
            writer.commit();
            assertThat(corrected.join()).contains("Đã gạch bỏ");
        }
    }

    private static int pid(Connection connection) {
        try (var asked = connection.createStatement();
                var row = asked.executeQuery("select pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_table_is_taken_line_by_line_and_once() {
        var commune = "07228";
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        var text = "Ngày;Giờ;Sản phẩm;Tiếng;Xã;Kết quả\n"
                + "7/3/2026;5:00;Con bò của nhà ông Páo;Mông;;\n"
                + "7/3/2026;17:00;" + SKIT + ";vi;" + commune + ";Không phát\n"
                + "7/3/2026;18:00;Không có;vi;;\n"
                + "7/3/2199;18:00;" + SKIT + ";vi;;\n"
                + "7/3/2026;18:00;" + SKIT + ";vi;01393;\n";
        assertThat(told(forms, table(forms, commune + "/", commune, text)))
                .contains("Đã ghi 2 dòng.", "Không nhận: 3 dòng.")
                .containsPattern("Dòng 4:\\s+Không có sản phẩm")
                .containsPattern("Dòng 5:\\s+Ngày giờ còn ở phía trước")
                .containsPattern("Dòng 6:\\s+Xã này không thuộc");
        assertThat(told(forms, table(forms, commune + "/", commune, text)))
                .contains("Đã ghi 0 dòng.", "Đã có từ trước: 2 dòng.");
        assertThat(told(forms, table(forms, commune + "/", commune, "Ngày,Giờ,Tên,Tiếng\n1,2,3,4\n")))
                .contains("thiếu cột Sản phẩm");
        assertThat(told(forms, table(forms, commune + "/", commune, ""))).contains("chưa chọn tệp");
        assertThat(told(
                        forms,
                        table(
                                forms,
                                commune + "/",
                                commune,
                                "Ngày,Giờ,Sản phẩm,Tiếng\n" + "1,2,3,4\n".repeat(1_000_000))))
                .contains("có hơn 50000 dòng");
        assertThat(told(
                        forms,
                        table(forms, commune + "/", commune, "Ngày,Giờ,Sản phẩm,Tiếng\n" + "1,2,3,4\n".repeat(2_000))))
                .contains("Không nhận: 2.000 dòng.", "Dòng 2:")
                .doesNotContain("Dòng 1.500:");
        var publisher = forms(null, Role.PUBLISHER);
        assertThat(told(
                        publisher,
                        table(
                                publisher,
                                "",
                                null,
                                "Xã,Ngày,Giờ,Sản phẩm,Tiếng\n01392,7/3/2026,5:00," + SKIT + ",vi\n,7/3/2026,5:00,"
                                        + SKIT + ",vi\n")))
                .contains("Đã ghi 1 dòng.", "Mã xã không đúng");
        assertThat(publisher.get(WORK + "nhat-ky?thang=2026-03").body())
                .contains("Con bò của nhà ông Páo", "thang=2026-02");
    }

    @Test
    void the_log_of_a_month_is_handed_out_as_a_paper_and_a_workbook() {
        var commune = "07339";
        send(officer(commune), entry("x", commune, "2026-03-08T05:00:00", SKIT, "vi"));
        var forms = forms(commune, Role.COMMUNE_OFFICER);
        var paper = forms.get(FILES + commune + "/2026-03.pdf");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
        assertThat(paper.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"nhat-ky-phat-thanh-07339-2026-03.pdf\"");
        assertThat(paper.body()).startsWith("%PDF-");
        assertThat(forms.get(FILES + commune + "/2026-03.xlsx").body()).startsWith("PK");
        assertThat(forms.get(FILES + commune + "/2026-13.pdf").statusCode()).isEqualTo(404);
        var nothing = forms.get(FILES + commune + "/2199-12.pdf");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).contains("chưa có gì trong nhật ký");
        assertThat(forms.get(FILES + "mau.csv").body()).contains("\"Ngày\",\"Giờ\",\"Sản phẩm\"");
        assertThat(forms(null, Role.PUBLISHER)
                        .get(FILES + "tong-hop/2026-03.xlsx")
                        .body())
                .startsWith("PK");
    }

    private String log(String commune, String month) {
        return forms(null, Role.PUBLISHER)
                .get(WORK + commune + "/nhat-ky?thang=" + month)
                .body();
    }

    private Staff officer(String commune) {
        return Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
    }

    private PlainForms forms(@Nullable String commune, Role role) {
        return new PlainForms(
                portal, Staff.make(portal, Set.of(role), commune, Set.of()).cookie());
    }

    private static void setUp(PlainForms officer, String commune) {
        var fields = new LinkedHashMap<String, String>();
        for (var day = 1; day <= 7; day++) {
            fields.put("gio-" + day, "05:00-05:10, 17:00-17:10");
        }
        fields.putAll(Map.of("lam", "luu", "lap", "1", "thu-tu", "newest", "ban", "0"));
        assertThat(officer.send(WORK + commune + "/thiet-lap", fields).body()).contains("Đã lưu");
    }

    private static String entry(String key, String commune, String at, String product, String language) {
        return "{\"key\":\"%s\",\"locality\":\"%s\",\"at\":\"%s\",\"product\":\"%s\",\"language\":\"%s\"}"
                .formatted(key, commune, at, product, language);
    }

    private static String body(String... entries) {
        return "{\"entries\":[" + String.join(",", entries) + "]}";
    }

    private static JsonObject send(Staff staff, String... entries) {
        var answer = staff.send("POST", API, body(entries));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return object(answer);
    }

    /** How many were stored, known and refused. */
    private static String sums(JsonObject taken) {
        return taken.getInt("stored") + " " + taken.getInt("known") + " " + taken.getInt("refused");
    }

    private HttpResponse<String> table(PlainForms forms, String page, @Nullable String commune, String text) {
        var token = forms.token(WORK + page + "nhat-ky");
        var body = "--x\r\nContent-Disposition: form-data; name=\"the\"\r\n\r\n" + token
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"tep\"; filename=\"bang.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                + text + "\r\n--x--\r\n";
        return portal.send(HttpRequest.newBuilder(portal.uri(FILES + "gui" + (commune == null ? "" : "/" + commune)))
                .header("Cookie", forms.cookie())
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                .build());
    }

    /** What the page says to which the answer leads. */
    private String told(PlainForms forms, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        var target = answer.headers().firstValue("Location").orElseThrow();
        return forms.get(target.replaceAll("#.*", "").replace(portal.baseUrl(), ""))
                .body();
    }

    private String published(Staff all, String commune) {
        var slug = Drafts.start(all, commune);
        var track = Drafts.addTrack(portal, slug, "vi");
        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"review\"}");
        all.send("POST", PRODUCTS + "/" + slug + "/tracks/" + track + "/approval", "{\"verdict\":\"approved\"}");
        for (var step : List.of("approved", "published")) {
            var moved = all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + step + "\"}");
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        }
        return slug;
    }

    private static String plan(JsonObject product) {
        var plan = product.get("plan");
        return plan instanceof JsonObject named ? named.getString("slug") : product.getString("plan");
    }

    private static JsonObject airings(Staff staff, String plan, String deliverable) {
        var answer = staff.get("/api/v1/plans/" + plan + "/progress");
        try (var reader = Jsons.reader(new StringReader(answer.body()))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .filter(each -> each.getString("deliverable").equals(deliverable))
                    .map(each -> each.getJsonObject("broadcasts"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int hmn(JsonObject airings) {
        return airings.getJsonArray("languages").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("language").equals("hmn"))
                .mapToInt(each -> each.getInt("count"))
                .sum();
    }
}
