package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** The first page of an officer: what it tells, and what its buttons do. Each test has a commune of its own. */
@UsesPortal
class CommuneDeskIT {
    private static final String DESK = "/quan-tri";
    private static final String PAGE = "/quan-tri/xa";
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final Pattern WRITTEN = Pattern.compile("name=\"vua-ghi\" value=\"([0-9 ]+)\"");
    private static final Pattern DUE = Pattern.compile("name=\"muc\" value=\"([^\"]+)\"");
    private static final int UNPROCESSABLE = 422;

    private final Portal portal;
    private final Week now = Week.of(LocalDate.now(TimeSource.ZONE));

    CommuneDeskIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void an_officer_is_led_from_nothing_to_a_programme_that_everybody_sees() {
        var officer = forms("01699");
        assertThat(page(officer)).contains("Xã Nguyễn Huệ", "Việc đầu tiên", "/quan-tri/lich-phat/01699/thiet-lap");

        open("01699");
        var next = now.plus(1).code();
        assertThat(page(officer)).contains("hết tuần này loa sẽ im", "Từ giờ đến hết tuần sau loa không có gì để phát");
        var planned = officer.sendThrough(DESK, "lam", "xep", "tuan", next, "ban", "0")
                .body();
        assertThat(planned).contains("Lịch tuần sau", "chưa công bố");
        var version = Pattern.compile("name=\"tuan\" value=\"" + next
                        + "\" ?/><input type=\"hidden\" name=\"ban\" value=\"([0-9]+)\"")
                .matcher(planned);
        assertThat(version.find()).as(planned).isTrue();
        assertThat(officer.sendThrough(DESK, "lam", "dang", "tuan", next, "ban", "77")
                        .body())
                .as("somebody else has changed it")
                .contains("chưa công bố")
                .doesNotContain("Đã công bố: ");
        var shown = officer.sendThrough(DESK, "lam", "dang", "tuan", next, "ban", version.group(1));
        assertThat(shown.body()).contains("Đã công bố: ", "Tiếp theo:").doesNotContain("hết tuần này loa sẽ im");
        assertThat(portal.get("/lich-phat/01699?tuan=" + next).statusCode()).isEqualTo(200);
    }

    @Test
    void what_was_aired_is_confirmed_one_by_one_or_by_the_day_and_nothing_that_was_not_seen() {
        var officer = forms("01708");
        open("01708");
        publish("01708", now.plus(-1), "vi", "hmn", "tyz");
        var waiting = DUE.matcher(page(officer))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(waiting).hasSize(3);
        assertThat(page(officer)).contains("Chờ xác nhận từ", "3 mục");

        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "muc", waiting.get(0))
                        .body())
                .contains("Đã ghi 1 mục của ", "2 mục");
        var monday = now.plus(-1).monday();
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "ngay", monday + "T05:05")
                        .body())
                .as("the third is not over on the page that was sent")
                .contains("Đã ghi 1 mục của ", "1 mục");
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "ngay", monday + "T05:10")
                        .body())
                .doesNotContain("Chờ xác nhận từ");
        for (var again : List.of("muc", "ngay")) {
            var known =
                    officer.sendThrough(DESK, "lam", "da-phat", again, again.equals("muc") ? waiting.get(0) : "bịa");
            assertThat(known.statusCode()).isEqualTo(UNPROCESSABLE);
            assertThat(known.body()).contains("Chưa ghi gì");
        }
        assertThat(portal.sql()
                        .number("select count(*) from broadcast b join locality l on l.id = b.locality"
                                + " where l.code = '01708' and b.outcome = 'aired' and b.origin = 'hand'"
                                + " and b.planned_at = b.aired_at"))
                .isEqualTo(3);
    }

    @Test
    void what_one_press_has_said_of_a_day_is_taken_back_by_another_and_waits_again() {
        var officer = forms("01738");
        open("01738");
        publish("01738", now.plus(-1), "vi", "hmn", "tyz");
        var monday = now.plus(-1).monday();
        assertThat(officer.sendThrough(
                                DESK,
                                "lam",
                                "da-phat",
                                "muc",
                                DUE.matcher(page(officer))
                                        .results()
                                        .findFirst()
                                        .orElseThrow()
                                        .group(1))
                        .body())
                .contains("Đã ghi 1 mục");
        var said = officer.sendThrough(DESK, "lam", "da-phat", "ngay", monday + "T23:00")
                .body();
        assertThat(said).contains("Đã ghi 2 mục").doesNotContain("Chờ xác nhận từ");
        var written = WRITTEN.matcher(said);
        assertThat(written.find()).isTrue();

        var others = forms("01729");
        assertThat(others.sendThrough(DESK, "lam", "hoan-tac-ghi", "vua-ghi", written.group(1))
                        .body())
                .as("of another commune")
                .contains("Không hoàn tác được");
        assertThat(officer.sendThrough(DESK, "lam", "hoan-tac-ghi", "vua-ghi", written.group(1))
                        .body())
                .contains("Đã hoàn tác: 2 mục", "Chờ xác nhận từ", "2 mục");
        assertThat(officer.sendThrough(DESK, "lam", "hoan-tac-ghi", "vua-ghi", written.group(1))
                        .statusCode())
                .as("once")
                .isEqualTo(UNPROCESSABLE);
        assertThat(portal.sql()
                        .number("select count(*) from audit_entry where action = 'strike-broadcast' and note = 'undo'"
                                + " and subject_slug = '01738'"))
                .isEqualTo(2);
        var day = "Thứ Hai, " + DateTimeFormatter.ofPattern("d/M/yyyy").format(monday);
        for (var turn = 0; turn < 2; turn++) {
            var led = officer.send(DESK, "lam", "da-phat", "ngay", monday + "T23:00");
            assertThat(led.statusCode()).as(led.body()).isEqualTo(303);
            var there = led.headers().firstValue("Location").orElseThrow();
            assertThat(officer.get(there).body()).contains("Đã ghi 2 mục của " + day + " là đã phát.");
            assertThat(officer.get(there.replaceFirst("bao=.", "bao=0")).body())
                    .as("an address that somebody made up")
                    .doesNotContain("Đã ghi 2 mục");

            var later = page(officer);
            assertThat(later).contains("ghi 2 mục của " + day + " là đã phát").doesNotContain("Đã ghi 2 mục");
            assertThat(officer.get("/quan-tri/lich-phat/01738/nhat-ky").body()).contains("ghi 2 mục của " + day);
            var again = WRITTEN.matcher(later);
            assertThat(again.find()).isTrue();
            var undone = officer.send(DESK, "lam", "hoan-tac-ghi", "vua-ghi", again.group(1));
            assertThat(undone.statusCode()).isEqualTo(303);
            assertThat(officer.follow(undone).body())
                    .contains("Đã hoàn tác: 2 mục", "Chờ xác nhận từ")
                    .doesNotContain(": ghi 2 mục của");
        }
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "ngay", monday + "T23:00")
                        .body())
                .contains("Đã ghi 2 mục");
    }

    @Test
    void
            one_item_of_a_day_is_said_not_to_have_been_aired_with_its_reason_and_what_was_heard_in_the_evening_is_not_it() {
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01729", Set.of());
        var officer = new PlainForms(portal, staff.cookie());
        open("01729");
        publish("01729", now.plus(-1), "vi", "hmn");
        var waiting = DUE.matcher(page(officer))
                .results()
                .map(found -> found.group(1))
                .toList();
        var unsaid = officer.sendThrough(DESK, "lam", "khong-phat", "khong", waiting.get(1), "ghi-chu", " ");
        assertThat(unsaid.statusCode()).isEqualTo(UNPROCESSABLE);
        assertThat(unsaid.body()).contains("viết lý do không phát");
        assertThat(officer.sendThrough(DESK, "lam", "khong-phat", "khong", waiting.get(1), "ghi-chu", "Mất điện.")
                        .body())
                .contains("Đã ghi 1 mục của ", "1 mục");
        var log = "/quan-tri/lich-phat/01729/nhat-ky";
        assertThat(officer.get(log).body())
                .contains("Mất điện.", "Cả ngày (1 mục)")
                .doesNotContain("checked");
        assertThat(officer.sendThrough(
                                log, "lam", "da-phat", "ngay", now.plus(-1).monday() + "T23:00")
                        .body())
                .contains("Đã ghi 1 mục của ");

        // What is heard in the evening, and was not planned then, is no answer to what was planned in the morning.
        var week = now.plus(-2);
        publish("01729", week, "vi");
        var told = staff.send(
                "POST",
                "/api/v1/broadcasts",
                "{\"entries\":[{\"key\":\"toi\",\"locality\":\"01729\",\"at\":\"" + week.monday()
                        + "T21:00:00\",\"product\":\"" + SKIT + "\",\"language\":\"vi\",\"seconds\":5}]}");
        assertThat(told.statusCode()).as(told.body()).isEqualTo(200);

        assertThat(page(officer)).contains("Chờ xác nhận từ");
        var month = YearMonth.from(week.monday());
        var book = log + "?thang=" + month;
        assertThat(officer.get(book).body()).contains("Ngoài lịch", "Chờ xác nhận: 1 mục");
        assertThat(paper(officer, "01729", month)).contains("Ngoài lịch");
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "ngay", week.monday() + "T23:00")
                        .body())
                .contains("Đã ghi 1 mục của ")
                .doesNotContain("Chờ xác nhận từ");
        assertThat(paper(officer, "01729", month)).contains("Ngoài lịch", "Thường");
    }

    @Test
    void what_was_planned_last_month_can_be_confirmed_until_its_report_is_filed_whatever_became_of_the_slots() {
        var officer = forms("15961");
        open("15961");
        var last = YearMonth.now(TimeSource.ZONE).minusMonths(1);
        var week = Week.of(last.atDay(7));
        publish("15961", week, "vi", "hmn");
        portal.sql()
                .change(
                        "insert into station_change (station, until, settings) select s.id, now(), s.settings from station s"
                                + " join locality l on l.id = s.locality where l.code = ? and l.valid_to is null",
                        "15961");
        portal.sql()
                .execute(
                        "update station set settings = replace(settings, '05:', '17:') where locality ="
                                + " (select id from locality where code = ? and valid_to is null)",
                        "15961");

        var page = page(officer);
        assertThat(page).contains("2 mục", "1 ngày có lịch");
        var waiting = DUE.matcher(page).results().map(found -> found.group(1)).toList();
        assertThat(waiting).hasSize(2);
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "muc", waiting.get(0))
                        .body())
                .contains("Đã ghi 1 mục của ")
                .doesNotContain("ngày có lịch");
        assertThat(officer.get("/quan-tri/lich-phat/15961/nhat-ky").body()).contains("Chờ xác nhận: 1 mục");
        assertThat(officer.sendThrough(DESK, "lam", "da-phat", "ngay", week.monday() + "T23:00")
                        .body())
                .contains("Đã ghi 1 mục của ");
        assertThat(page(officer)).doesNotContain("Ngoài lịch");
        assertThat(paper(officer, "15961", last)).contains("Thường").doesNotContain("Ngoài lịch");

        portal.sql()
                .change("update station_change set settings = replace(settings, '05:', '17:') where station ="
                        + " (select s.id from station s join locality l on l.id = s.locality where l.code = '15961')");
        assertThat(page(officer)).as("it was silent by then").contains("Ngoài lịch");
        assertThat(paper(officer, "15961", last))
                .as("what is filed counts as the page does")
                .contains("Ngoài lịch")
                .doesNotContain("Thường");
    }

    private String paper(PlainForms by, String commune, YearMonth month) {
        var request = HttpRequest.newBuilder(portal.uri("/quan-tri/tep-nhat-ky-phat/" + commune + "/" + month + ".pdf"))
                .header("Cookie", by.cookie())
                .build();
        try (var pdf = Loader.loadPDF(portal.bytes(request).body())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_report_of_last_month_stays_in_sight_until_it_is_filed() {
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01726", Set.of());
        var officer = new PlainForms(portal, staff.cookie());
        open("01726");
        var last = YearMonth.now(TimeSource.ZONE).minusMonths(1);
        var written = staff.send(
                "POST",
                "/api/v1/broadcasts",
                "{\"entries\":[{\"key\":\"bc\",\"locality\":\"01726\",\"at\":\"" + last.atDay(10)
                        + "T05:00:00\",\"product\":\"" + SKIT + "\",\"language\":\"hmn\",\"seconds\":5}]}");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        var paper = "/quan-tri/tep-nhat-ky-phat/01726/" + last;
        assertThat(page(officer)).contains(paper + ".pdf", paper + ".xlsx", "chưa nộp", "Ngoài lịch");
        assertThat(portal.get(paper + ".pdf", "Cookie", staff.cookie()).statusCode())
                .isEqualTo(200);

        var filed = officer.sendThrough(DESK, "lam", "da-nop", "thang", last.toString());
        assertThat(filed.body()).contains("đã nộp", "Ghi lại là chưa nộp").doesNotContain(paper);
        assertThat(officer.sendThrough(DESK, "lam", "da-nop", "thang", last.toString())
                        .statusCode())
                .isEqualTo(UNPROCESSABLE);
        assertThat(officer.sendThrough(
                                DESK,
                                "lam",
                                "da-nop",
                                "thang",
                                last.plusMonths(2).toString())
                        .statusCode())
                .as("a month that has not begun")
                .isEqualTo(UNPROCESSABLE);
        assertThat(officer.sendThrough(DESK, "lam", "chua-nop", "thang", last.toString())
                        .body())
                .contains(paper + ".pdf");
        assertThat(portal.sql()
                        .column(
                                "select action from audit_entry where actor = ? and action like '%file-report' order by id",
                                staff.username()))
                .containsExactly("file-report", "unfile-report");
    }

    @Test
    void the_site_of_the_commune_says_what_it_shows_and_what_is_gone() {
        var site = "https://xa-tinh-tuc.example";
        var officer = forms("01729");
        try {
            var named = officer.sendThrough(DESK, "lam", "trang-xa", "trang", "xa-tinh-tuc.example/tin-tuc?trang=2");
            assertThat(named.body())
                    .contains("Đã lưu trang web của xã.", "<h3>" + site + "</h3>", "chưa hiện nội dung nào");
            for (var slug : List.of(SKIT, "khong-con-nua", "danh-sach")) {
                portal.sql()
                        .execute(
                                "insert into embed_showing (day, slug, origin, times) values (current_date, ?, ?, 3)",
                                slug,
                                site);
            }
            assertThat(page(officer))
                    .contains("1 khung nhúng", "/nhung/khong-con-nua", "Đang hiện: 2", "/nhung/" + SKIT);
            var other = forms("01738");
            assertThat(page(other)).doesNotContain(site);

            var wrong = officer.sendThrough(DESK, "lam", "trang-xa", "trang", "trang của xã");
            assertThat(wrong.statusCode()).isEqualTo(UNPROCESSABLE);
            assertThat(wrong.body()).contains("https://xa.example.vn", "value=\"trang của xã\"");
            assertThat(officer.sendThrough(DESK, "lam", "trang-xa", "trang", "").body())
                    .contains("Đã bỏ trang web")
                    .doesNotContain(site);
        } finally {
            portal.sql().execute("delete from embed_showing where origin = ?", site);
        }
    }

    @Test
    void a_week_is_packed_for_a_station_without_internet_and_had_on_the_same_page() {
        var officer = forms("01552");
        open("01552");
        var next = now.plus(1);
        assertThat(page(officer)).doesNotContain("Đóng gói đủ");
        publish("01552", next, "vi");
        assertThat(page(officer)).contains("chưa có gói đúng với lịch", "Đóng gói đủ");

        assertThat(officer.sendThrough(DESK, "lam", "dong-goi", "tuan", next.code(), "co", "")
                        .statusCode())
                .isEqualTo(200);
        var ready = Until.answer(() -> page(officer), body -> body.contains("đã sẵn sàng: tải về ("));
        assertThat(ready)
                .containsPattern("href=\"/media/goi--[0-9]+/[^\"]+\\.zip\" download")
                .doesNotContain("Đóng gói đủ");
        assertThat(officer.sendThrough(DESK, "lam", "dong-goi", "tuan", "2026-W99", "co", "")
                        .statusCode())
                .isEqualTo(UNPROCESSABLE);
    }

    @Test
    void from_the_middle_of_a_week_that_is_packed_which_is_still_to_come() {
        var today = LocalDate.now(TimeSource.ZONE);
        assumeThat(today).as("nothing of the week is over").isAfter(now.monday());
        var officer = forms("15976");
        open("15976");
        publish("15976", now, "vi", "hmn");
        portal.sql()
                .execute(
                        "update programme_edition set items = replace(replace(items, ?, ?), '\"vi\"', '\"xx\"')"
                                + " where programme in (select p.id from programme p join station s on s.id = p.station"
                                + " join locality l on l.id = s.locality where l.code = '15976')",
                        now.monday() + "T05:05",
                        now.sunday() + "T05:05");
        portal.sql()
                .execute(
                        "update station set settings = replace(replace(settings, '\"day\":1', '\"day\":7'), '05:20', '23:59')"
                                + " where locality = (select id from locality where code = ? and valid_to is null)",
                        "15976");
        assertThat(page(officer)).contains("Đóng gói đủ");

        var wanted = officer.sendThrough(DESK, "lam", "dong-goi", "tuan", now.code(), "co", "");
        assertThat(wanted.statusCode()).as(wanted.body()).isEqualTo(200);
        var ready = Until.answer(() -> page(officer), body -> body.contains("đã sẵn sàng: tải về ("));
        assertThat(ready).doesNotContain("Đóng gói đủ");
    }

    @Test
    void nobody_reaches_into_a_commune_that_is_not_theirs_and_those_with_several_choose() {
        var officer = forms("01738");
        for (var fields : List.of(
                List.of("lam", "da-nop", "thang", "2026-01"),
                List.of("lam", "trang-xa", "trang", "https://xa.example"),
                List.of("lam", "dang", "tuan", now.code(), "ban", "0"))) {
            var token = officer.token(DESK);
            var body = Stream.concat(fields.stream(), Stream.of("the", token)).toList();
            assertThat(send(officer, PAGE + "/01393", body).statusCode()).isEqualTo(404);
        }
        assertThat(officer.get(PAGE + "/01393").statusCode()).isEqualTo(404);
        assertThat(officer.get(PAGE + "/01738").body()).contains("Xã Ca Thành");
        assertThat(
                        portal.sql()
                                .number(
                                        "select count(*) from commune_site s join locality l on l.id = s.locality where l.code = '01393'"))
                .isZero();

        var nowhere = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), null, Set.of()).cookie());
        assertThat(nowhere.get(DESK).body()).contains("chưa gắn với xã nào", "/quan-tri/tin-moi");
        var publisher = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of()).cookie());
        assertThat(publisher.get(PAGE).body()).contains("href=\"/quan-tri/xa/01393\"");
        assertThat(publisher.get(PAGE + "/01393").body())
                .contains("Việc cần làm")
                .doesNotContain("/quan-tri/tin-moi");
        assertThat(publisher.get(PAGE + "/04").statusCode()).as("a template").isEqualTo(404);
        var both = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER, Role.EDITOR), "01738", Set.of())
                        .cookie());
        assertThat(both.get(DESK).body()).contains("href=\"/quan-tri/xa\"", "viec-drafts");
        assertThat(both.get(PAGE).body()).contains("Xã Ca Thành");
    }

    private HttpResponse<String> send(PlainForms by, String path, List<String> fields) {
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .header("Cookie", by.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Stream.iterate(0, i -> i < fields.size(), i -> i + 2)
                        .map(i -> fields.get(i) + "=" + URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build());
    }

    private String page(PlainForms by) {
        var page = by.get(DESK);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        return page.body();
    }

    private PlainForms forms(String commune) {
        return new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                        .cookie());
    }

    /** A station that is on air on Mondays. */
    private void open(String commune) {
        portal.sql()
                .execute(
                        "insert into station (locality, settings) select id, '{\"slots\":[{\"day\":1,\"begins\":\"05:00\",\"ends\":\"05:20\"}],"
                                + "\"holidays\":[],\"genres\":[],\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":[]}'"
                                + " from locality where code = ? and valid_to is null",
                        commune);
    }

    /** The same skit in these languages, one after the other. */
    private void publish(String commune, Week week, String... languages) {
        var items = Stream.iterate(0, i -> i < languages.length, i -> i + 1)
                .map(i -> "{\"at\":\"%sT05:%02d:00\",\"product\":\"%s\",\"language\":\"%s\"}"
                        .formatted(week.monday(), 5 * i, SKIT, languages[i]))
                .collect(Collectors.joining(","));
        var written = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                .send(
                        "PUT",
                        "/api/v1/programmes/" + commune,
                        "{\"week\":\"%s\",\"publish\":true,\"items\":[%s]}".formatted(week.code(), items),
                        "If-Match",
                        "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
    }
}
