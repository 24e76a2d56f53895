package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.accounts.Role;
import vn.loa.common.TimeSource;
import vn.loa.programmes.Week;
import vn.loa.testing.Drafts;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What stations play: planned by rule and by hand, copied, published, and heard about by everybody. Each test has a commune of its own. */
@UsesPortal
class ProgrammesIT {
    private static final String WORK = "/quan-tri/lich-phat/";
    private static final String API = "/api/v1/programmes/";
    private static final String SAMPLE = "01393";
    private static final Pattern VERSION = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"");
    private static final String EVERY_DAY = "05:00-05:10, 17:00-17:10";

    private final Portal portal;
    private final Week now = Week.of(LocalDate.now(TimeSource.ZONE));
    private final Week next = now.plus(1);

    ProgrammesIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void everybody_sees_the_sample_programme_as_a_page_a_calendar_and_for_programs() throws Exception {
        assertThat(portal.get("/lich-phat").body()).contains("href=\"/lich-phat/" + SAMPLE + "\"");
        var page = portal.get("/lich-phat/" + SAMPLE);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Lịch phát thanh xã Lũng Nặm", "05:30–05:36", "Tuần " + now.number());
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(portal.get("/dia-ban/" + SAMPLE).body()).contains("href=\"/lich-phat/" + SAMPLE + "\"");

        var read = portal.get(API + SAMPLE + "?from=" + now.monday() + "&to=" + now.sunday());
        assertThat(read.statusCode()).isEqualTo(200);
        var slots = object(read).getJsonArray("slots").getValuesAs(JsonObject.class);
        assertThat(slots).hasSize(14).allSatisfy(slot -> {
            var end = OffsetDateTime.parse(slot.getString("begins"));
            assertThat(slot.getString("begins")).endsWith("+07:00");
            for (var item : slot.getJsonArray("items").getValuesAs(JsonObject.class)) {
                assertThat(OffsetDateTime.parse(item.getString("begins"))).isEqualTo(end);
                end = OffsetDateTime.parse(item.getString("ends"));
            }
            assertThat(end).isBeforeOrEqualTo(OffsetDateTime.parse(slot.getString("ends")));
        });
        var audio = slots.get(0).getJsonArray("items").getJsonObject(0).getJsonObject("audio");
        var bytes = portal.bytes(HttpRequest.newBuilder(
                                portal.uri(URI.create(audio.getString("url")).getPath()))
                        .build())
                .body();
        assertThat(bytes).hasSize(audio.getInt("bytes"));
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)))
                .isEqualTo(audio.getString("sha256"));

        var calendar = portal.get("/lich-phat/" + SAMPLE + ".ics");
        assertThat(calendar.headers().firstValue("Content-Type")).contains("text/calendar;charset=utf-8");
        assertThat(calendar.body())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("DTSTART;TZID=Asia/Ho_Chi_Minh:"
                        + now.monday().toString().replace("-", "") + "T053000");
        assertThat(calendar.body().split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(portal.get("/sitemap.xml").body()).contains("/lich-phat/" + SAMPLE + "<");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?from=hom-nay",
                "?from=2026-11-23&to=2026-11-22",
                "?from=2026-01-01&to=2026-12-31",
                "?from=9999-01-01",
                "?from=-999999999-01-01"
            })
    void days_that_are_none_are_named(String days) {
        var answer = portal.get(API + SAMPLE + days);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("violations");
    }

    @Test
    void two_who_change_different_slots_of_a_week_do_not_get_in_each_others_way() {
        var commune = "01339";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        setUp(officer, commune);
        var week = WORK + commune + "/" + next.code();
        assertThat(send(officer, week, "lam", "xep").body()).contains("Đã xếp lịch");
        var morning = week + "/" + next.monday() + "-0500";
        var evening = week + "/" + next.monday().plusDays(1) + "-0500";
        var read = officer.get(morning).body();
        var other = officer.get(evening).body();
        var forms = List.of(
                Map.entry("ban", version(read)),
                Map.entry("khung", mark(read)),
                Map.entry("lam", "luu"),
                Map.entry("muc", entries(read).get(1)));
        assertThat(officer.sendAll(morning, forms).body()).contains("Đã lưu khung giờ");
        assertThat(officer.sendAll(
                                evening,
                                List.of(
                                        Map.entry("ban", version(other)),
                                        Map.entry("khung", mark(other)),
                                        Map.entry("lam", "luu"),
                                        Map.entry("muc", entries(other).get(1))))
                        .body())
                .as("of another slot")
                .contains("Đã lưu khung giờ");
        assertThat(officer.sendAll(morning, forms).body()).as("of the same").contains("có người vừa sửa");
        assertThat(entries(officer.get(morning).body()))
                .containsExactly(entries(read).get(1));
        assertThat(entries(officer.get(evening).body()))
                .containsExactly(entries(other).get(1));
    }

    private static String mark(String page) {
        var mark = Pattern.compile("name=\"khung\" value=\"([0-9a-f]+)\"").matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    @Test
    void weeks_that_are_long_over_are_not_written_any_more() {
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), SAMPLE, Set.of());
        var written = officer.send("PUT", API + SAMPLE, "{\"week\":\"2020-W05\",\"items\":[]}", "If-Match", "*");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(400);
        assertThat(written.body()).contains("\"field\":\"week\"");
        var page = send(forms(SAMPLE, Role.COMMUNE_OFFICER), WORK + SAMPLE + "/2020-W05", "lam", "xep");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.body()).contains("tuần này đã qua");
    }

    @Test
    void a_template_is_nobodys_programme() {
        for (var path : List.of("/lich-phat/04", API + "04", "/lich-phat/04.ics", API + "01279", "/lich-phat/01279")) {
            assertThat(portal.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void an_officer_sets_up_plans_corrects_undoes_and_publishes_without_a_script() {
        var commune = "01288";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        assertThat(portal.get("/quan-tri/lich-phat", "Cookie", officer.cookie())
                        .headers()
                        .firstValue("Location"))
                .contains("/quan-tri/lich-phat/" + commune);
        assertThat(officer.get(WORK + commune).body())
                .as("it leads to no list that leads back")
                .doesNotContain("Lịch phát của các đài");
        assertThat(forms(null, Role.PUBLISHER).get(WORK + commune).body()).contains("Lịch phát của các đài");
        var wrong =
                send(officer, WORK + commune + "/thiet-lap", "lam", "luu", "gio-1", "5h-5h30, 5:20-6:00", "lap", "1");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Thứ Hai: «5:20-6:00» trùng với khung khác", "value=\"5h-5h30, 5:20-6:00\"");
        setUp(officer, commune);

        var week = WORK + commune + "/" + next.code();
        var planned = send(officer, week, "lam", "xep");
        assertThat(planned.body()).contains("Đã xếp lịch", "Bản nháp");
        assertThat(portal.get("/lich-phat/" + commune + "?tuan=" + next.code()).body())
                .contains("Tuần này chưa có lịch phát");

        var slot = week + "/" + next.monday() + "-0500";
        assertThat(officer.get(slot).body())
                .as("told from the same at another time")
                .containsPattern("Bỏ ra: [^\"]+, lúc [0-9:]{8}");
        var before = entries(officer.get(slot).body());
        assertThat(before).hasSizeGreaterThan(3);
        var tried = arranged(officer, slot, before, "len:1");
        assertThat(tried.body()).contains("Chưa lưu");
        assertThat(entries(tried.body())).startsWith(before.get(1), before.get(0));
        assertThat(entries(officer.get(slot).body())).as("nothing is saved yet").isEqualTo(before);
        var tooMuch = new ArrayList<>(before);
        tooMuch.addAll(before);
        var refused = arranged(officer, slot, tooMuch, "luu");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).containsAnyOf("Quá khung giờ", "Ngoài khung giờ");
        assertThat(entries(refused.body()))
                .as("nothing that was arranged is lost")
                .isEqualTo(tooMuch);
        assertThat(arranged(officer, slot, List.of(before.get(2)), "luu").body())
                .contains("Đã lưu khung giờ", "chưa công bố")
                .doesNotContain("vẫn như cũ");
        assertThat(entries(officer.get(slot).body())).containsExactly(before.get(2));

        assertThat(arranged(officer, slot, List.of(before.get(2), before.get(1)), "luu")
                        .body())
                .contains("Đã lưu khung giờ");
        var late = new ArrayList<Map.Entry<String, String>>(
                List.of(Map.entry("ban", "1"), Map.entry("lam", "luu"), Map.entry("muc", before.get(2))));
        var overtaken = officer.sendAll(slot, late);
        assertThat(overtaken.statusCode()).isEqualTo(422);
        assertThat(overtaken.body())
                .contains("Chưa lưu: có người vừa sửa", "như đang được lưu", "Bấm Lưu khung giờ lần nữa")
                .doesNotContain("làm lại.");
        assertThat(entries(overtaken.body()))
                .as("nothing that was arranged is lost")
                .containsExactly(before.get(2));
        late.set(0, Map.entry("ban", version(overtaken.body())));
        assertThat(officer.sendAll(slot, late).body())
                .as("whoever has seen it may replace it")
                .contains("Đã lưu khung giờ");
        assertThat(entries(officer.get(slot).body())).containsExactly(before.get(2));
        assertThat(send(officer, week, "lam", "hoan-tac").body()).contains("Đã hoàn tác");
        assertThat(send(officer, week, "lam", "hoan-tac").body()).contains("Đã hoàn tác");

        assertThat(send(officer, week, "lam", "hoan-tac").body()).contains("Đã hoàn tác");
        assertThat(entries(officer.get(slot).body())).isEqualTo(before);
        assertThat(send(officer, week, "lam", "lam-lai").body()).contains("Đã làm lại");
        assertThat(send(officer, week, "lam", "xep").body()).contains("Đã xếp lịch");
        assertThat(entries(officer.get(slot).body())).startsWith(before.get(2)).hasSizeGreaterThan(1);

        var stale = officer.send(week, Map.of("lam", "dang", "ban", "1"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(stale.body()).contains("Có người vừa sửa");
        assertThat(send(officer, week, "lam", "dang").body()).contains("Đã công bố");
        Until.holds(() -> portal.get("/lich-phat/" + commune + "?tuan=" + next.code())
                .body()
                .contains("05:00–05:10"));
        assertThat(deeds(commune + " " + next.code()))
                .containsExactly(
                        "plan-programme",
                        "slot-programme",
                        "slot-programme",
                        "slot-programme",
                        "undo-programme",
                        "undo-programme",
                        "undo-programme",
                        "redo-programme",
                        "plan-programme",
                        "publish-programme");
        assertThat(send(officer, week, "lam", "go").body()).contains("Đã thôi công bố");
        Until.holds(() -> !portal.get("/lich-phat/" + commune + "?tuan=" + next.code())
                .body()
                .contains("05:00–05:10"));
    }

    @Test
    void what_is_withdrawn_falls_out_at_once_and_is_reported_and_replaced() {
        var commune = "01290";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        setUp(officer, commune);
        var all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
        var slug = published(all, commune);
        var written = all.send(
                "PUT",
                API + commune,
                "{\"week\":\"%s\",\"publish\":true,\"items\":[{\"at\":\"%sT05:00:00\",\"product\":\"%s\",\"language\":\"vi\",\"priority\":\"high\"}]}"
                        .formatted(next.code(), next.monday(), slug),
                "If-Match",
                "\"0\"");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(object(written).getString("state")).isEqualTo("published");
        var public_ = API + commune + "?from=" + next.monday() + "&to=" + next.sunday();
        Until.holds(() -> portal.get(public_).body().contains(slug));

        all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}");

        Until.holds(() -> !portal.get(public_).body().contains(slug));
        var week = WORK + commune + "/" + next.code();
        assertThat(officer.get(week).body()).contains("1 mục đã bị gỡ", "không phát nữa");
        assertThat(send(officer, week, "lam", "xep").body())
                .contains("Đã xếp lịch")
                .doesNotContain("mục đã bị gỡ");
        assertThat(object(all.get(API + commune + "?week=" + next.code())).getJsonArray("items"))
                .hasSizeGreaterThan(10);
    }

    @Test
    void a_week_is_emptied_by_an_empty_list_and_by_nothing_less() {
        var commune = "01477";
        setUp(
                new PlainForms(
                        portal,
                        Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                                .cookie()),
                commune);
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var full = put(staff, commune, "\"0\"", item(next.monday() + "T05:00:00", "con-bo-cua-nha-ong-pao", "vi"));
        assertThat(full.statusCode()).as(full.body()).isEqualTo(200);
        for (var items : List.of("", ",\"items\":null")) {
            var refused = staff.send(
                    "PUT", API + commune, "{\"week\":\"" + next.code() + "\"" + items + "}", "If-Match", "*");
            assertThat(refused.statusCode()).as(items).isEqualTo(400);
            assertThat(refused.body()).contains("\"field\":\"items\"", "is required");
        }
        assertThat(object(staff.get(API + commune + "?week=" + next.code())).getJsonArray("items"))
                .hasSize(1);
        assertThat(put(staff, commune, "*").statusCode()).isEqualTo(200);
        assertThat(object(staff.get(API + commune + "?week=" + next.code())).getJsonArray("items"))
                .isEmpty();
    }

    @Test
    void a_program_is_told_what_is_wrong_with_a_programme_and_that_another_was_faster() {
        var commune = "01294";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        setUp(officer, commune);
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var day = next.monday();
        var skit = "con-bo-cua-nha-ong-pao";
        assertThat(put(staff, commune, null, item(day + "T05:00:00", skit, "vi"))
                        .statusCode())
                .isEqualTo(428);
        assertThat(put(staff, commune, "\"7\"", item(day + "T05:00:00", skit, "vi"))
                        .statusCode())
                .isEqualTo(412);
        assertThat(put(staff, commune, "\"0\"", item(day + "T05:00:00", "khong-co", "vi"))
                        .body())
                .contains("items[0].product");
        assertThat(put(staff, commune, "\"0\"", item(day.minusDays(1) + "T05:00:00", skit, "vi"))
                        .body())
                .contains("items[0].at");
        assertThat(put(staff, commune, "\"0\"", item(day + "T05:09:50", skit, "vi"))
                        .body())
                .contains("overrun the slot by");
        assertThat(put(
                                staff,
                                commune,
                                "\"0\"",
                                item(day + "T05:00:00", skit, "vi"),
                                item(day + "T05:00:10", skit, "hmn"))
                        .body())
                .contains("\"field\":\"items[1].at\"", "overlap by");
        assertThat(put(staff, commune, "\"0\"", item(day + "T06:00:00", skit, "vi"))
                        .body())
                .contains("\"field\":\"items[0].at\"", "must begin within a slot");
        var done = put(staff, commune, "\"0\"", item(day + "T05:00:00+07:00", skit, "vi"));
        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.headers().firstValue("ETag")).isPresent();
        assertThat(put(staff, "01477", "\"0\"").statusCode()).isEqualTo(403);
        assertThat(put(staff, SAMPLE, "\"0\"").statusCode()).isEqualTo(403);
    }

    @Test
    void a_week_is_copied_from_the_template_and_something_urgent_is_heard_once_within_minutes() {
        var commune = "01297";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        assertThat(send(officer, WORK + commune + "/thiet-lap", "lam", "mau").body())
                .contains("Đã lưu", "05:30-05:36");
        var week = WORK + commune + "/" + now.code();
        var copied = send(officer, week, "lam", "chep", "tu", "04", "tuan", now.code());
        assertThat(copied.body()).contains("Đã chép lịch", "05:30–05:36");
        assertThat(send(officer, week, "lam", "dang").body()).contains("Đã công bố");

        assertThat(send(officer, week, "lam", "xep").body()).contains("Đã xếp lịch");

        assertThat(officer.get("/quan-tri").body()).as("from the first page").contains(commune + "/khan\"");
        assertThat(officer.get(WORK + commune).body()).contains(commune + "/khan\"");
        var page = WORK + commune + "/khan";
        var found = officer.get(page + "?q=con+bo");
        assertThat(found.body()).contains("Con bò của nhà ông Páo");
        var voice = Pattern.compile("name=\"san-pham\" id=\"sp-[0-9-]+\" value=\"([0-9]+\\.hmn)\"")
                .matcher(found.body());
        assertThat(voice.find()).isTrue();
        var form = Map.of("lam", "chen", "san-pham", voice.group(1), "ban", version(found.body()));
        var inserted = officer.send(page, form);
        assertThat(inserted.statusCode())
                .as("who goes back sends nothing again")
                .isEqualTo(303);
        assertThat(officer.get(inserted.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("sẽ phát");
        var public_ =
                API + commune + "?from=" + now.monday() + "&to=" + now.sunday().plusDays(1);
        Until.holds(() -> portal.get(public_).body().contains("\"priority\":\"urgent\""));
        assertThat(urgent(public_)).as("the language that was chosen").containsExactly("hmn");
        var once = deeds(commune + " " + now.code());
        assertThat(once)
                .filteredOn("urgent-programme"::equals)
                .as("in what everybody sees, and in the draft")
                .hasSize(2);
        assertThat(officer.get(week).body()).contains("Có sửa đổi chưa công bố");

        assertThat(through(officer, officer.send(page, form))).as("sent twice").contains("sẽ phát");
        assertThat(deeds(commune + " " + now.code())).isEqualTo(once);
        assertThat(urgent(public_)).containsExactly("hmn");

        assertThat(officer.send(page, "lam", "chen", "q", "con bo", "ban", "0").body())
                .as("no language was chosen")
                .contains("ít nhất một tiếng");
        var vietnamese = voice.group(1).replace(".hmn", ".vi");
        var tay = voice.group(1).replace(".hmn", ".tyz");
        assertThat(through(
                        officer,
                        officer.sendAll(
                                page,
                                List.of(
                                        Map.entry("lam", "chen"),
                                        Map.entry("san-pham", vietnamese),
                                        Map.entry("san-pham", tay),
                                        Map.entry("ban", "0")))))
                .contains("sẽ phát", "Tiếng Việt, Tiếng Tày");
        Until.holds(() -> urgent(public_).equals(List.of("hmn", "vi", "tyz")));
    }

    @Test
    void an_emergency_stays_at_its_time_when_its_slot_is_saved() {
        var time = LocalDateTime.now(TimeSource.ZONE);
        assumeTrue(
                time.plusMinutes(40).toLocalDate().equals(time.toLocalDate()) && time.getHour() > 0,
                "not around midnight: slots end with their day");
        var commune = "01267";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        var begins = time.toLocalTime().minusMinutes(10).truncatedTo(ChronoUnit.MINUTES);
        setUp(officer, commune, begins + "-" + begins.plusMinutes(40));
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var day = time.toLocalDate();
        var written = staff.send(
                "PUT",
                API + commune,
                "{\"week\":\"%s\",\"publish\":true,\"items\":[%s]}"
                        .formatted(now.code(), item(day.atTime(begins) + ":00", "con-bo-cua-nha-ong-pao", "vi")),
                "If-Match",
                "*");
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        var page = WORK + commune + "/khan";
        var voice = Pattern.compile("value=\"([0-9]+\\.hmn)\"")
                .matcher(officer.get(page + "?q=con+bo").body());
        assertThat(voice.find()).isTrue();
        assertThat(through(officer, send(officer, page, "lam", "chen", "san-pham", voice.group(1))))
                .contains("sẽ phát");
        var before = items(staff, commune);
        assertThat(before).hasSize(2);

        var slot = WORK + commune + "/" + now.code() + "/" + day + "-"
                + begins.toString().replace(":", "");
        var shown = officer.get(slot).body();
        assertThat(entries(shown)).hasSize(2);
        assertThat(shown).as("how much there is").containsPattern("[0-9]+ trong [0-9]+ mục");
        assertThat(arranged(officer, slot, List.of(), "luu").body()).contains("Đã lưu khung giờ");
        assertThat(items(staff, commune))
                .as("what is urgent, and what was heard")
                .containsAll(before);
        var more = new ArrayList<>(entries(shown));
        more.add(entries(shown).get(0));
        assertThat(arranged(officer, slot, more, "luu").body()).contains("Đã lưu khung giờ");
        assertThat(items(staff, commune)).containsAll(before).hasSize(3);
    }

    /** When what is heard this week. */
    private List<String> items(Staff staff, String commune) {
        return object(staff.get(API + commune + "?week=" + now.code()))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(item -> item.getString("at") + " " + item.getString("language"))
                .toList();
    }

    /** Languages of what is urgent. */
    private List<String> urgent(String address) {
        return object(portal.get(address)).getJsonArray("slots").getValuesAs(JsonObject.class).stream()
                .flatMap(slot -> slot.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .filter(item -> item.getString("priority", "").equals("urgent"))
                .map(item -> item.getString("language"))
                .toList();
    }

    @Test
    void a_long_week_is_light_and_each_day_of_it_has_a_page() {
        var commune = "01354";
        var officer = forms(commune, Role.COMMUNE_OFFICER);
        setUp(
                officer,
                commune,
                IntStream.range(5, 14)
                        .mapToObj("%1$02d:00-%1$02d:10"::formatted)
                        .collect(Collectors.joining(", ")));
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var items = next.days().stream()
                .flatMap(day -> IntStream.range(5, 14)
                        .boxed()
                        .flatMap(hour -> IntStream.range(0, 5)
                                .mapToObj(i -> item(
                                        "%sT%02d:%02d:00".formatted(day, hour, 2 * i),
                                        "con-bo-cua-nha-ong-pao",
                                        "vi"))))
                .toArray(String[]::new);
        var written = put(staff, commune, "\"0\"", items);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(send(officer, WORK + commune + "/" + next.code(), "lam", "dang")
                        .body())
                .contains("Đã công bố");
        var page = "/lich-phat/" + commune + "?tuan=" + next.code();
        Until.holds(() -> portal.get(page).body().contains("05:00–05:10, 06:00–06:10"));
        var all = portal.get(page).body();
        assertThat(zipped(all)).isLessThan(14 * 1024);
        assertThat(all.split("class=\"plays\"", -1))
                .as("only the slots of one day")
                .hasSize(1 + 9);
        assertThat(all).contains("ngay=" + next.sunday());
        var sunday = portal.get(page + "&ngay=" + next.sunday());
        assertThat(sunday.body().split("class=\"plays\"", -1)).hasSize(1 + 9);
        assertThat(sunday.body().lastIndexOf("class=\"plays\"")).isGreaterThan(all.lastIndexOf("class=\"plays\""));
        assertThat(portal.get(page + "&ngay=2020-01-01").statusCode()).isEqualTo(404);
    }

    private static int zipped(String page) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(page.getBytes(StandardCharsets.UTF_8));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.size();
    }

    @Test
    void an_overseer_plans_a_week_for_every_station_without_one_and_an_officer_does_not() {
        var commune = "01304";
        setUp(forms(commune, Role.COMMUNE_OFFICER), commune);
        var publisher = forms(commune, Role.PUBLISHER);
        assertThat(publisher.get("/quan-tri/lich-phat").body()).contains("đài chưa có lịch tuần " + next.code());
        var twice = Stream.of(publisher, publisher)
                .map(each ->
                        CompletableFuture.supplyAsync(() -> each.send("/quan-tri/lich-phat", Map.of("lam", "xep-het"))))
                .toList();
        assertThat(twice).extracting(CompletableFuture::join).as("a double tap").allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).containsPattern("cho [0-9]+ đài");
        });
        assertThat(deeds(commune + " " + next.code())).containsExactly("plan-programme");
        assertThat(publisher.get(WORK + commune + "/" + next.code()).body()).contains("Bản nháp", "05:00–05:10");
    }

    @Test
    void the_station_of_another_commune_is_no_page() {
        var officer = forms("01318", Role.COMMUNE_OFFICER);
        for (var path :
                List.of(SAMPLE, SAMPLE + "/thiet-lap", SAMPLE + "/" + now.code(), "04", "01318/2026-W60", "khong-co")) {
            assertThat(officer.get(WORK + path).statusCode()).as(path).isEqualTo(404);
        }
        for (var place : new String[] {null, "04"}) {
            assertThat(forms(place, Role.COMMUNE_OFFICER).get(WORK + SAMPLE).statusCode())
                    .as("an officer who is confined to " + place)
                    .isEqualTo(404);
        }
        var editor = forms(null, Role.EDITOR);
        assertThat(editor.get("/quan-tri/lich-phat").statusCode()).isEqualTo(403);
    }

    private PlainForms forms(@Nullable String commune, Role role) {
        return new PlainForms(
                portal, Staff.make(portal, Set.of(role), commune, Set.of()).cookie());
    }

    private void setUp(PlainForms officer, String commune) {
        setUp(officer, commune, EVERY_DAY);
    }

    private void setUp(PlainForms officer, String commune, String everyDay) {
        var fields = new LinkedHashMap<String, String>();
        for (var day = 1; day <= 7; day++) {
            fields.put("gio-" + day, everyDay);
        }
        fields.putAll(Map.of("lam", "luu", "lap", "1", "thu-tu", "newest", "tieng-vi", "70", "tieng-hmn", "30"));
        var path = WORK + commune + "/thiet-lap";
        fields.put("ban", version(officer.get(path).body()));
        assertThat(officer.send(path, fields).body()).contains("Đã lưu");
    }

    /** With the version that the page holds. */
    /** The page that a form led to. */
    private static String through(PlainForms forms, HttpResponse<String> led) {
        return forms.get(led.headers().firstValue("Location").orElseThrow()).body();
    }

    private static HttpResponse<String> send(PlainForms forms, String path, String... fields) {
        var named = new LinkedHashMap<String, String>();
        for (var i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        named.put("ban", version(forms.get(path).body()));
        return forms.send(path, named);
    }

    /** What the form of a slot sends. */
    private static HttpResponse<String> arranged(PlainForms forms, String slot, List<String> entries, String button) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("ban", version(forms.get(slot).body())));
        fields.add(Map.entry("lam", button));
        entries.forEach(entry -> fields.add(Map.entry("muc", entry)));
        return forms.sendAll(slot, fields);
    }

    private static String version(String page) {
        var found = VERSION.matcher(page);
        return found.find() ? found.group(1) : "0";
    }

    private static List<String> entries(String page) {
        return Pattern.compile("name=\"muc\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private String published(Staff all, String commune) {
        var slug = Drafts.start(all, commune);
        var track = Drafts.addTrack(portal, slug, "vi");
        for (var step : List.of("review", "approved", "published")) {
            if (step.equals("approved")) {
                all.send(
                        "POST", PRODUCTS + "/" + slug + "/tracks/" + track + "/approval", "{\"verdict\":\"approved\"}");
            }
            var moved = all.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + step + "\"}");
            assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        }
        return slug;
    }

    private static String item(String at, String product, String language) {
        return "{\"at\":\"%s\",\"product\":\"%s\",\"language\":\"%s\"}".formatted(at, product, language);
    }

    private HttpResponse<String> put(Staff staff, String commune, @Nullable String version, String... items) {
        var body = Stream.of(items)
                .collect(Collectors.joining(",", "{\"week\":\"" + next.code() + "\",\"items\":[", "]}"));
        return version == null
                ? staff.send("PUT", API + commune, body)
                : staff.send("PUT", API + commune, body, "If-Match", version);
    }

    private List<String> deeds(String subject) {
        return portal.sql()
                .column(
                        "select action from audit_entry where subject_kind = 'programme' and subject_slug = ? order by id",
                        subject);
    }
}
