package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What cannot wait, on all stations of a province at once: two communes, each with a language of its own. */
@UsesPortal
class UrgentStationsIT {
    private static final String API = "/api/v1/urgent-broadcasts";
    private static final String PAGE = "/quan-tri/lich-phat";
    private static final String STOPS = API + "/stops";
    private static final Pattern VERSION = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"");
    /** What a browser sends of the first area: its value, or, where it has none, its words. */
    private static final Pattern FIRST_AREA =
            Pattern.compile("name=\"noi\"><option(?: value=\"([^\"]*)\")?[^>]*>([^<]*)<");

    private static final Pattern WORK = Pattern.compile("name=\"san-pham\" id=\"sp-[0-9]+\" value=\"([0-9]+)\"");
    private static final String SKIT = "con-bo-cua-nha-ong-pao";
    private static final String PROVINCE = "24";
    private static final int UNPROCESSABLE = 422;

    private final Portal portal;

    UrgentStationsIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void it_is_played_at_once_on_every_station_of_a_unit_in_its_own_language_and_once() {
        open("07333", "{\"language\":\"hmn\",\"percent\":100}");
        open("07351", "");
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());

        var first = object(send(publisher, "\"locality\":\"24\","));
        assertThat(first.getInt("inserted")).as(first.toString()).isEqualTo(2);
        assertThat(first.getJsonArray("stations").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("locality") + " " + each.getString("language"))
                .containsExactlyInAnyOrder("07333 hmn", "07351 vi");
        for (var commune : Set.of("07333", "07351")) {
            assertThat(portal.get("/api/v1/programmes/" + commune).body())
                    .as("everybody sees it, in a week that nobody has planned")
                    .contains("\"priority\":\"urgent\"");
        }
        var again = object(send(publisher, "\"locality\":\"24\","));
        assertThat(again.getInt("already")).as(again.toString()).isEqualTo(2);
        assertThat(again.getInt("inserted")).isZero();

        var forms = new PlainForms(portal, publisher.cookie());
        assertThat(forms.get(PAGE).body()).contains("Phát khẩn ở nhiều đài", "name=\"noi\"", "Con bò của nhà ông Páo");
        var found = forms.send(PAGE, "lam", "tim", "q", "con bo").body();
        assertThat(found).contains("Theo tiếng chính của từng đài", "Tất cả các đài (", "Tỉnh Bắc Ninh (2 đài)");
        var id = String.valueOf(portal.sql().number("select id from product where slug = '" + SKIT + "'"));
        assertThat(forms.sendThrough(PAGE, "lam", "khan", "q", "con bo", "san-pham", id, "tieng", "", "noi", PROVINCE)
                        .body())
                .contains("2 đài đã có từ trước");
        assertThat(forms.sendThrough(
                                PAGE, "lam", "khan", "q", "con bo", "san-pham", id, "tieng", "tyz", "noi", PROVINCE)
                        .body())
                .contains("Đã chèn ở 2 đài, phát sớm nhất lúc");
        var none =
                forms.sendThrough(PAGE, "lam", "khan", "q", "con bo", "san-pham", id, "tieng", "xx", "noi", PROVINCE);
        assertThat(none.statusCode()).isEqualTo(UNPROCESSABLE);
        assertThat(none.body()).as("what was chosen stays").contains("value=\"" + PROVINCE + "\" selected");
    }

    @Test
    void who_changes_nothing_in_the_form_for_several_stations_reaches_all_of_theirs() {
        open("07333", "{\"language\":\"hmn\",\"percent\":100}");
        open("07351", "");
        var forms = new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.PUBLISHER), PROVINCE, Set.of()).cookie());
        var page = forms.get(PAGE).body();
        var first = FIRST_AREA.matcher(page);
        assertThat(first.find()).as(page).isTrue();
        var sent = first.group(1) == null ? first.group(2) : first.group(1);
        var skit = portal.sql().number("select id from product where slug = '" + SKIT + "'");
        var other = WORK.matcher(page)
                .results()
                .map(found -> found.group(1))
                .filter(id -> !id.equals(String.valueOf(skit)))
                .findFirst()
                .orElseThrow();

        var led = forms.sendThrough(PAGE, "lam", "khan", "q", "", "san-pham", other, "tieng", "vi", "noi", sent);
        assertThat(led.statusCode()).as(led.body()).isEqualTo(200);
        assertThat(led.body()).contains("Đã chèn ở 2 đài");
    }

    @Test
    void what_was_sent_is_stopped_everywhere_and_once_and_undoing_it_stops_it_too() {
        open("01327", "");
        open("01360", "");
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        for (var commune : List.of("01327", "01360")) {
            assertThat(object(send(publisher, "\"locality\":\"" + commune + "\","))
                            .getInt("inserted"))
                    .isEqualTo(1);
        }
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01327", Set.of());
        assertThat(officer.send("POST", STOPS, "{\"product\":\"" + SKIT + "\",\"locality\":\"01360\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(officer.send("POST", STOPS, "{\"product\":\"" + SKIT + "\"}").statusCode())
                .isEqualTo(403);
        var own = new PlainForms(portal, officer.cookie());
        var id = String.valueOf(portal.sql().number("select id from product where slug = '" + SKIT + "'"));
        for (var page : List.of("/quan-tri/xa/01327", PAGE + "/01327", PAGE + "/01327/khan", ofWeek("01327"))) {
            assertThat(own.get(page).body()).as(page).contains("Tin khẩn cấp chưa phát xong", "value=\"dung-khan\"");
        }
        assertThat(own.sendThrough("/quan-tri/xa/01327", "lam", "dung-khan", "khan", id)
                        .body())
                .contains("Đã dừng ở 1 đài")
                .doesNotContain("value=\"dung-khan\"");
        Until.holds(() -> !isUrgent("01327"));
        Until.holds(() -> isUrgent("01360"));
        var late = own.sendThrough(PAGE + "/01327/khan", "lam", "dung-khan", "khan", id);
        assertThat(late.statusCode()).isEqualTo(UNPROCESSABLE);
        assertThat(late.body()).contains("Không còn gì để dừng");

        var all = new PlainForms(portal, publisher.cookie());
        assertThat(all.get(PAGE).body()).contains("Tin khẩn cấp chưa phát xong");
        assertThat(all.get("/quan-tri").body())
                .as("the first page of a publisher")
                .contains("Tin khẩn cấp chưa phát xong", "method=\"post\" action=\"" + PAGE + "\"");
        var told = object(publisher.send("POST", STOPS, "{\"product\":\"" + SKIT + "\",\"locality\":\"01360\"}"));
        assertThat(told.getInt("stopped")).as(told.toString()).isEqualTo(1);
        Until.holds(() -> !isUrgent("01360"));
        assertThat(portal.sql()
                        .number("select count(*) from audit_entry where action = 'stop-programme' and note = '" + SKIT
                                + "' and subject_slug like '01327 %'"))
                .isEqualTo(1);

        assertThat(object(send(publisher, "\"locality\":\"01327\",")).getInt("inserted"))
                .as("stopped, it can be sent once more")
                .isEqualTo(1);
        var week = ofWeek("01327");
        var version = VERSION.matcher(own.get(week).body());
        assertThat(version.find()).isTrue();
        assertThat(own.send(week, "lam", "hoan-tac", "ban", version.group(1)).body())
                .contains("Đã dừng ở 1 đài");
        Until.holds(() -> !isUrgent("01327"));
    }

    @Test
    void it_can_be_stopped_as_long_as_a_station_may_play_it_late_unless_one_has_told_that_it_was_heard() {
        open("01360", "");
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01360", Set.of());
        var own = new PlainForms(portal, officer.cookie());
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        var id = String.valueOf(portal.sql().number("select id from product where slug = '" + SKIT + "'"));
        assertThat(object(send(publisher, "\"locality\":\"01360\",")).getInt("inserted"))
                .isEqualTo(1);
        var ago = planned("01360", LocalDateTime.now(TimeSource.ZONE).minusMinutes(20));
        Until.holds(() -> portal.get("/api/v1/programmes/01360?from=" + ago.toLocalDate())
                .body()
                .contains(ago.toString()));
        assertThat(own.get("/quan-tri/xa/01360").body()).contains("value=\"dung-khan\"");

        heard("01360", ago, "aired");
        assertThat(own.get("/quan-tri/xa/01360").body()).doesNotContain("value=\"dung-khan\"");
        portal.sql().change("update broadcast set outcome = 'cut' where key = 'khan 01360'");
        assertThat(own.sendThrough("/quan-tri/xa/01360", "lam", "dung-khan", "khan", id)
                        .body())
                .contains("Đã dừng ở 1 đài")
                .doesNotContain("value=\"dung-khan\"");
        Until.holds(() -> !isUrgent("01360"));
        var log = own.get(PAGE + "/01360/nhat-ky?thang=" + YearMonth.from(ago)).body();
        assertThat(log).as("it was heard of an emergency").contains("Khẩn cấp").doesNotContain("Ngoài lịch");
        assertThat(own.get("/quan-tri/xa/01360").body()).contains("Khẩn cấp");
        var entry = portal.sql().number("select id from broadcast where key = 'khan 01360'");
        assertThat(own.get(PAGE + "/01360/nhat-ky/" + entry).body()).contains("Khẩn cấp");
    }

    @Test
    void what_every_station_has_had_half_an_hour_for_is_over() {
        open("01360", "");
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        assertThat(object(send(publisher, "\"locality\":\"01360\",")).getInt("inserted"))
                .isEqualTo(1);
        planned("01360", LocalDateTime.now(TimeSource.ZONE).minusMinutes(50));
        assertThat(new PlainForms(
                                portal,
                                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01360", Set.of())
                                        .cookie())
                        .get("/quan-tri/xa/01360")
                        .body())
                .doesNotContain("value=\"dung-khan\"");
    }

    /** As if the only thing in the programme of a station had been put in for another time. @return that time */
    private LocalDateTime planned(String commune, LocalDateTime at) {
        var moment = at.truncatedTo(ChronoUnit.MINUTES).plusSeconds(1);
        portal.sql()
                .change(
                        "update programme_edition set items = regexp_replace(items, '\"at\":\"[^\"]*\"', ?) where programme in"
                                + " (select p.id from programme p join station s on s.id = p.station join locality l on l.id = s.locality"
                                + " where l.code = ?)",
                        "\"at\":\"" + moment + "\"",
                        commune);
        return moment;
    }

    /** What a player of a station has told of the skit. */
    private void heard(String commune, LocalDateTime planned, String outcome) {
        portal.sql()
                .change(
                        "insert into broadcast (locality, key, digest, product, language, aired_at, seconds, outcome, note, origin, struck,"
                                + " changes, planned_at, written_at, written_by) select l.id, 'khan ' || l.code, 'x', p.id, 'vi', ?, 6, ?, '',"
                                + " 'playout', false, 0, ?, now(), 'Máy thử' from locality l, product p where l.code = ?"
                                + " and l.valid_to is null and p.slug = ?",
                        OffsetDateTime.of(
                                planned.plusMinutes(15),
                                TimeSource.ZONE.getRules().getOffset(planned)),
                        outcome,
                        OffsetDateTime.of(planned, TimeSource.ZONE.getRules().getOffset(planned)),
                        commune,
                        SKIT);
    }

    @Test
    void who_plans_no_other_station_reaches_none_and_what_cannot_be_is_said() {
        var publisher = Staff.make(portal, Set.of(Role.PUBLISHER), null, Set.of());
        assertThat(send(publisher, "\"locality\":\"khong-co\",").body()).contains("\"field\":\"locality\"");
        var nobody = publisher.send("POST", API, "{\"product\":\"khong-co\",\"locality\":\"01393\"}");
        assertThat(nobody.statusCode()).isEqualTo(400);
        assertThat(nobody.body()).contains("\"field\":\"product\"");
        assertThat(send(publisher, "\"locality\":\"01393\",\"language\":\"xx\",")
                        .body())
                .contains("\"field\":\"language\"");

        var elsewhere = Staff.make(portal, Set.of(Role.PUBLISHER), "01273", Set.of());
        assertThat(send(elsewhere, "\"locality\":\"01393\",").statusCode()).isEqualTo(403);
        assertThat(send(elsewhere, "").statusCode())
                .as("nobody has set up a station there")
                .isEqualTo(400);
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01393", Set.of());
        assertThat(send(officer, "\"locality\":\"01393\",").statusCode()).isEqualTo(403);
        assertThat(portal.send("POST", API, "{\"product\":\"" + SKIT + "\"}").statusCode())
                .isEqualTo(401);
    }

    /** What everybody is told, which stands in memory for a moment. */
    private boolean isUrgent(String commune) {
        return portal.get("/api/v1/programmes/" + commune).body().contains("\"urgent\"");
    }

    /** The page on which this week of a station is planned. */
    private static String ofWeek(String commune) {
        return PAGE + "/" + commune + "/"
                + Week.of(LocalDate.now(TimeSource.ZONE)).code();
    }

    private static HttpResponse<String> send(Staff by, String fields) {
        return by.send("POST", API, "{" + fields + "\"product\":\"" + SKIT + "\"}");
    }

    /** A station that is never on air but for what is urgent, and for which nothing is planned. */
    private void open(String commune, String shares) {
        portal.sql()
                .execute(
                        "delete from programme where station in"
                                + " (select s.id from station s join locality l on l.id = s.locality where l.code = ?)",
                        commune);
        portal.sql()
                .execute(
                        "insert into station (locality, settings) select id, '{\"slots\":[],\"holidays\":[],\"genres\":[],"
                                + "\"onlyThese\":false,\"order\":\"newest\",\"repeatDays\":0,\"shares\":["
                                + shares
                                + "]}' from locality where code = ? and valid_to is null on conflict do nothing",
                        commune);
    }
}
