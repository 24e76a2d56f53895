package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.object;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.PlainForms;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** A browser that plays is paired with its station by a code, writes its log with the token, and can do nothing else. */
@UsesPortal
class PlayoutIT {
    private static final String LOG = "/api/v1/playout/log";
    private static final String PAIRINGS = "/api/v1/playout/pairings";
    private static final String ENTRY =
            "{\"entries\":[{\"key\":\"1 vi x\",\"at\":\"2026-04-01T05:00:00Z\",\"product\":\"con-bo-cua-nha-ong-pao\",\"language\":\"vi\",\"seconds\":5,\"outcome\":\"aired\",\"note\":\"\"}]}";
    private static final Pattern CODE = Pattern.compile("<strong id=\"ma\">([0-9A-Z-]+)</strong>");
    private static final Pattern PLAYER = Pattern.compile("name=\"may\" value=\"([0-9]+)\"");

    private final Portal portal;

    PlayoutIT(Portal portal) {
        this.portal = portal;
    }

    @Test
    void a_code_pairs_one_browser_once_and_its_token_writes_the_log_of_this_commune_alone() {
        var forms = officer("01393");
        var page = "/quan-tri/lich-phat/01393/may-phat";
        var code = code(forms, page);
        assertThat(pair(code, "01321").statusCode()).as("at another station").isEqualTo(403);
        var paired = Stream.of(code, code.toLowerCase(Locale.ROOT).replace("-", " "))
                .map(each -> CompletableFuture.supplyAsync(() -> pair(each, "01393")))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        assertThat(paired).extracting(HttpResponse::statusCode).containsExactlyInAnyOrder(201, 403);
        var token = paired.stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> object(answer).getString("token"))
                .findFirst()
                .orElseThrow();
        assertThat(paired)
                .allSatisfy(answer ->
                        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty());

        var written = send(token, ENTRY);
        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(object(written).getInt("stored")).isEqualTo(1);
        assertThat(object(send(token, ENTRY)).getInt("known")).as("sent again").isEqualTo(1);
        assertThat(send(token, ENTRY.replace("\"key\"", "\"locality\":\"01321\",\"key\""))
                        .statusCode())
                .as("its commune is not for it to say")
                .isEqualTo(400);
        var officer = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "01393", Set.of());
        assertThat(forms.get("/quan-tri/lich-phat/01393/nhat-ky?thang=2026-04").body())
                .contains("Trang phát tự ghi");
        for (var scheme : List.of("Station ", "Bearer ")) {
            assertThat(portal.send("POST", "/api/v1/broadcasts", ENTRY, "Authorization", scheme + token)
                            .statusCode())
                    .isEqualTo(401);
            assertThat(portal.get("/api/v1/programmes/01393?week=2026-W48", "Authorization", scheme + token)
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(portal.send("POST", LOG, ENTRY, "Authorization", officer.bearer())
                        .statusCode())
                .as("an account is no player")
                .isEqualTo(401);
        assertThat(portal.send("POST", LOG, ENTRY).statusCode()).isEqualTo(401);
        assertThat(send(token, "{\"entries\":[{}]}").statusCode()).isEqualTo(400);

        var shown = forms.get(page).body();
        assertThat(shown).contains("Máy thử").doesNotContain(token);
        var player = PLAYER.matcher(shown);
        assertThat(player.find()).isTrue();
        assertThat(officer("01321")
                        .send("/quan-tri/lich-phat/01321/may-phat", "lam", "thu-hoi", "may", player.group(1))
                        .body())
                .as("of another commune")
                .contains("Không có gì để làm");
        assertThat(send(token, ENTRY).statusCode()).isEqualTo(200);
        assertThat(paired(token).statusCode()).isEqualTo(204);
        assertThat(forms.send(page, "lam", "thu-hoi", "may", player.group(1)).body())
                .contains("Đã thu hồi");
        assertThat(send(token, ENTRY).statusCode()).isEqualTo(401);
        assertThat(paired(token).statusCode()).isEqualTo(401);
        assertThat(paired(token).headers().firstValue("WWW-Authenticate")).contains("Station");
    }

    private HttpResponse<String> paired(String token) {
        return portal.get("/api/v1/playout/pairing", "Authorization", "Station " + token);
    }

    @Test
    void of_two_players_of_a_station_the_one_that_was_silent_does_not_speak_for_the_other() {
        var forms = officer("01537");
        var page = "/quan-tri/lich-phat/01537/may-phat";
        var silent = token(forms, page, "01537");
        var loud = token(forms, page, "01537");
        var missed = ENTRY.replace("\"aired\"", "\"missed\"").replace("\"seconds\":5", "\"seconds\":0");

        assertThat(object(send(silent, missed)).getInt("stored")).isEqualTo(1);
        var heard = send(loud, ENTRY);
        assertThat(object(heard).getInt("stored")).as(heard.body()).isEqualTo(1);
        assertThat(heard.body()).as("by the key that it knows").contains("\"1 vi x\"");
        assertThat(object(send(silent, missed)).getInt("known")).isEqualTo(1);
        assertThat(object(send(loud, ENTRY)).getInt("known")).isEqualTo(1);

        var third = token(forms, page, "01537");
        assertThat(object(send(third, missed)).getInt("known"))
                .as("it was heard")
                .isEqualTo(1);
        assertThat(object(send(third, ENTRY.replace("1 vi x", "x".repeat(100)))).getInt("known"))
                .as("the longest key, told by another already")
                .isEqualTo(1);
        assertThat(object(send(third, ENTRY.replace("1 vi x", "x".repeat(101)))).getInt("refused"))
                .isEqualTo(1);
    }

    @Test
    void what_began_late_and_what_is_told_by_the_programme_is_one_broadcast() {
        var forms = officer("16000");
        var page = "/quan-tri/lich-phat/16000/may-phat";
        var token = token(forms, page, "16000");
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), "16000", Set.of());
        var late = ENTRY.replace("05:00:00Z\"", "05:12:00Z\",\"planned\":\"2026-04-01T05:00:00Z\"");
        var asPlanned = late.replace("05:12:00Z", "05:00:00Z").replace("\"key\"", "\"locality\":\"16000\",\"key\"");

        assertThat(object(send(token, late)).getInt("stored")).isEqualTo(1);
        var confirmed = staff.send("POST", "/api/v1/broadcasts", asPlanned);
        assertThat(object(confirmed).getInt("known")).as(confirmed.body()).isEqualTo(1);
        var evening = staff.send("POST", "/api/v1/broadcasts", asPlanned.replace("05:00:00Z", "11:00:00Z"));
        assertThat(object(evening).getInt("refused"))
                .as("the key is of another")
                .isZero();
        assertThat(object(evening).getInt("stored")).as(evening.body()).isEqualTo(1);
        var wrong = send(token, late.replace("2026-04-01T05:00:00Z", "sáng"));
        assertThat(object(wrong).getInt("refused")).as(wrong.body()).isEqualTo(1);
        assertThat(wrong.body()).contains("\"field\":\"planned\"");
    }

    @Test
    void what_a_station_has_played_is_taken_whatever_became_of_the_sound_and_whatever_somebody_wrote_meanwhile() {
        var commune = "01402";
        var forms = officer(commune);
        var token = token(forms, "/quan-tri/lich-phat/" + commune + "/may-phat", commune);
        var staff = Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of());
        var heard = ENTRY.replace("\"seconds\":5", "\"seconds\":5000");
        assertThat(object(send(token, heard)).getInt("stored"))
                .as("a voice that is gone was longer")
                .isEqualTo(1);
        assertThat(portal.sql()
                        .number(
                                "select max(seconds) from broadcast b join locality l on l.id = b.locality where l.code = ?",
                                commune))
                .as("but nothing is heard for longer than there is something to hear")
                .isBetween(1L, 1_000L);

        var byHand = ENTRY.replace("\"key\"", "\"locality\":\"%s\",\"key\"".formatted(commune))
                .replace("1 vi x", "by hand")
                .replace("2026-04-01", "2026-04-02");
        assertThat(object(staff.send("POST", "/api/v1/broadcasts", byHand)).getInt("stored"))
                .isEqualTo(1);
        // As a long sound is told of, of which there is none here.
        portal.sql().change("update broadcast set seconds = 240 where key = 'by hand'");
        var exactly = at("2 vi x", "2026-04-02T05:01:40Z", "2026-04-02T05:01:40Z");
        assertThat(object(send(token, exactly)).getInt("known"))
                .as("somebody has told of it, if not as exactly")
                .isEqualTo(1);

        assertThat(object(send(token, at("3 vi x", "2026-04-03T05:00:00Z", "2026-04-03T05:00:00Z")))
                        .getInt("stored"))
                .isEqualTo(1);
        assertThat(object(send(token, at("4 vi x", "2026-04-03T05:00:20Z", "2026-04-03T05:10:00Z")))
                        .getInt("stored"))
                .as("its clock was set between two that were planned one after the other")
                .isEqualTo(1);
        assertThat(object(send(token, at("5 vi x", "2026-04-03T05:00:30Z", "2026-04-03T05:00:00Z")))
                        .getInt("refused"))
                .as("the same at once, planned once")
                .isEqualTo(1);
    }

    @Test
    void what_a_station_has_played_is_kept_whatever_its_clock_says_and_marked_until_it_is_corrected() {
        var commune = "01537";
        var forms = officer(commune);
        var token = token(forms, "/quan-tri/lich-phat/" + commune + "/may-phat", commune);
        var log = "/quan-tri/lich-phat/" + commune + "/nhat-ky";
        assertThat(object(send(token, at("1 a", "2000-01-01T05:00:00Z", "2026-04-06T05:00:00Z")))
                        .getInt("stored"))
                .as("its battery is empty")
                .isEqualTo(1);
        var hmn = at("2 a", "2026-04-06T05:00:10Z", "2026-04-06T05:00:10Z").replace("\"vi\"", "\"hmn\"");
        assertThat(object(send(token, hmn)).getInt("stored"))
                .as("something else at the same time")
                .isEqualTo(1);
        portal.sql().change("update broadcast set seconds = 60 where key like '%1 a' or key like '%2 a'");
        var april = forms.get(log + "?thang=2026-04").body();
        assertThat(april).contains("Đồng hồ máy sai", "Trùng giờ mục khác").doesNotContain("Trước khi đăng");
        assertThat(object(send(token, at("3 a", "2096-01-01T05:00:00Z", "2096-01-01T05:00:00Z")))
                        .getInt("stored"))
                .as("ahead of all clocks")
                .isEqualTo(1);
        assertThat(forms.get(log).body()).as("as it came").contains("Đồng hồ máy sai");

        var id = Pattern.compile("nhat-ky/([0-9]+)\"><b>6/4/2026 12:00:00").matcher(april);
        assertThat(id.find()).as(april).isTrue();
        var entry = log + "/" + id.group(1);
        var shown = forms.get(entry).body();
        assertThat(shown).contains("1/1/2000 12:00:00", "Cùng lúc này nhật ký còn ghi");
        var corrected = forms.send(
                entry,
                "lam",
                "sua",
                "ban",
                version(shown),
                "ngay",
                "2026-04-06",
                "gio",
                "12:30:00",
                "tieng",
                "vi",
                "ket-qua",
                "aired",
                "dai",
                "0:05",
                "san-pham",
                "con-bo-cua-nha-ong-pao",
                "ghi-chu",
                "",
                "ly-do",
                "Giờ sai.");
        assertThat(corrected.body()).contains("Đã lưu");
        assertThat(forms.get(log + "?thang=2026-04").body()).doesNotContain("Đồng hồ máy sai", "Trùng giờ mục khác");
    }

    private static String version(String page) {
        var version = Pattern.compile("name=\"ban\" value=\"([0-9]+)\"").matcher(page);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static String at(String key, String moment, String planned) {
        return ENTRY.replace("1 vi x", key)
                .replace("\"seconds\":5,", "\"seconds\":70,")
                .replace("\"2026-04-01T05:00:00Z\"", "\"%s\",\"planned\":\"%s\"".formatted(moment, planned));
    }

    @Test
    void what_one_player_broke_off_and_another_played_to_the_end_was_aired_once() {
        var forms = officer("16000");
        var page = "/quan-tri/lich-phat/16000/may-phat";
        var broken = token(forms, page, "16000");
        var whole = token(forms, page, "16000");
        var end = ENTRY.replace("2026-04-01", "2026-04-03");
        var cut = end.replace("\"aired\"", "\"cut\"").replace("\"seconds\":5", "\"seconds\":2");

        assertThat(object(send(broken, cut)).getInt("stored")).isEqualTo(1);
        assertThat(object(send(whole, end)).getInt("stored")).isEqualTo(1);
        assertThat(object(send(broken, cut.replace("1 vi x", "2 vi x"))).getInt("known"))
                .as("less was heard there")
                .isEqualTo(1);
        assertThat(portal.sql()
                        .column(
                                "select b.outcome || ' ' || b.struck from broadcast b join locality l on l.id = b.locality where l.code = ?"
                                        + " and b.aired_at > '2026-04-02' order by b.id",
                                "16000"))
                .containsExactly("cut true", "aired false");
    }

    @Test
    void a_player_that_writes_more_than_any_station_plays_is_told_when_to_go_on() {
        var forms = officer("16000");
        var page = "/quan-tri/lich-phat/16000/may-phat";
        var token = token(forms, page, "16000");
        var nothing = entries(1_000, ENTRY.replace("con-bo-cua-nha-ong-pao", "khong-co"));
        for (var n = 0; n < 20; n++) {
            assertThat(send(token, nothing).statusCode()).isEqualTo(200);
        }

        var refused = send(token, entries(1_000, ENTRY));
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After").map(Integer::valueOf))
                .as("four seconds for each")
                .hasValueSatisfying(seconds -> assertThat(seconds).isBetween(3_500, 4_001));
        assertThat(send(token(forms, page, "16000"), entries(20, ENTRY)).statusCode())
                .as("another player")
                .isEqualTo(200);
        var later = Until.answer(() -> send(token, ENTRY), answer -> answer.statusCode() == 200);
        assertThat(object(later).getInt("known"))
                .as("nothing was taken of what was refused, and it is told by the other")
                .isEqualTo(1);
    }

    /** The same entry so many times. */
    private static String entries(int count, String one) {
        var entry = one.substring(one.indexOf('[') + 1, one.lastIndexOf(']'));
        return Stream.generate(() -> entry).limit(count).collect(Collectors.joining(",", "{\"entries\":[", "]}"));
    }

    @Test
    void the_page_is_everybodys_and_a_station_that_is_none_has_none() {
        var page = portal.get("/lich-phat/01393/phat");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(page.body()).contains("Bắt đầu phát", "noindex").doesNotContain("player.js");
        assertThat(portal.get("/lich-phat/04/phat").statusCode()).isEqualTo(404);
        assertThat(portal.get("/lich-phat/khong-co/phat").statusCode()).isEqualTo(404);
        var worker = portal.get("/sw-phat.js");
        assertThat(worker.statusCode()).isEqualTo(200);
        assertThat(worker.headers().firstValue("Cache-Control")).contains("no-cache");
    }

    @Test
    void a_programme_that_has_not_changed_is_not_sent_again() {
        var days = "/api/v1/programmes/01393?from=2026-11-23&to=2026-11-25";
        var first = portal.get(days);
        var again = portal.get(
                days, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Date")).isPresent();
    }

    private PlainForms officer(String commune) {
        return new PlainForms(
                portal,
                Staff.make(portal, Set.of(Role.COMMUNE_OFFICER), commune, Set.of())
                        .cookie());
    }

    private static String code(PlainForms forms, String page) {
        var code = CODE.matcher(forms.send(page, "lam", "tao-ma").body());
        assertThat(code.find()).isTrue();
        assertThat(forms.get(page).body()).as("told once").doesNotContain(code.group(1));
        return code.group(1);
    }

    private String token(PlainForms forms, String page, String commune) {
        return object(pair(code(forms, page), commune)).getString("token");
    }

    private HttpResponse<String> pair(String code, String commune) {
        return portal.send(
                "POST",
                PAIRINGS,
                "{\"code\":\"%s\",\"locality\":\"%s\",\"name\":\"Máy thử\"}".formatted(code, commune));
    }

    private HttpResponse<String> send(String token, String entries) {
        return portal.send("POST", LOG, entries, "Authorization", "Station " + token);
    }
}
