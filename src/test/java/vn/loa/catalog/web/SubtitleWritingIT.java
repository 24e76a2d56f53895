package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Subtitles that are written on the portal: what is saved, what reviewers have, what the public has. */
@UsesPortal
class SubtitleWritingIT {
    private static final String APPROVED = "{\"verdict\":\"approved\"}";
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Portal portal;
    private final Staff staff;

    SubtitleWritingIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
    }

    @Test
    void a_change_of_approved_subtitles_is_public_when_a_reviewer_approves_it_and_not_before() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n");
        approve(track);
        publish(slug);
        var before = file(slug);
        assertThat(portal.get(before).body()).contains("Bà con chú ý");

        assertThat(write(track, "\"0\"", "Bà con lưu ý", true).statusCode()).isEqualTo(200);

        assertThat(file(slug)).isEqualTo(before);
        var change = change(slug, track);
        assertThat(object(staff.get(change)).getString("state")).isEqualTo("ready");
        assertThat(portal.get(change).statusCode()).as("for the public").isEqualTo(404);
        var approved = Drafts.judge(staff, change, "{\"verdict\":\"approved\"}");
        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);

        assertThat(staff.get(change).statusCode()).as("it has become the other").isEqualTo(404);
        assertThat(object(staff.get(track)).getString("state")).isEqualTo("approved");
        Until.holds(() -> !file(slug).equals(before));
        assertThat(portal.get(file(slug)).body()).contains("Bà con lưu ý").doesNotContain("chú ý");
        assertThat(portal.get(before).body())
                .as("a page that is open goes on with its file")
                .contains("Bà con chú ý");
        assertThat(object(staff.get(track + "/cues")).getBoolean("handedIn")).isTrue();
    }

    @Test
    void a_change_that_is_sent_back_leaves_the_approved_subtitles_public_and_can_be_handed_in_again() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nBà con chú ý\n");
        approve(track);
        publish(slug);
        var tag =
                write(track, "\"0\"", "Sai", true).headers().firstValue("ETag").orElseThrow();
        var change = change(slug, track);
        Drafts.judge(staff, change, "{\"verdict\":\"rejected\",\"note\":\"0:01 sai chữ\"}");
        assertThat(portal.get(file(slug)).body()).contains("Bà con chú ý");
        assertThat(office("/quan-tri/san-pham/" + slug + "/phu-de/" + track.replaceAll(".*/", ""))
                        .body())
                .contains("0:01 sai chữ", "bản sửa bị trả lại");

        assertThat(write(track, tag, "Đúng", true).statusCode()).isEqualTo(200);

        assertThat(change(slug, track)).as("the same change").isEqualTo(change);
        approve(change);
        Until.holds(() -> portal.get(file(slug)).body().contains("Đúng"));
    }

    @Test
    void a_file_that_was_taken_from_the_public_stays_so_when_a_change_is_approved() {
        var slug = Drafts.start(staff);
        approve(PRODUCTS + "/" + slug + "/tracks/" + Drafts.addTrack(portal, slug, "vi"));
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nSai tên người\n");
        approve(track);
        publish(slug);
        var before = file(slug);
        write(track, "\"0\"", "Đúng tên người", true);
        var change =
                object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                        .map(one -> PRODUCTS + "/" + slug + "/tracks/" + one.getInt("id"))
                        .filter(one -> object(staff.get(one)).getString("state").equals("ready"))
                        .findFirst()
                        .orElseThrow();
        assertThat(Drafts.judge(staff, track, "{\"verdict\":\"rejected\",\"note\":\"sai tên\"}")
                        .statusCode())
                .isEqualTo(200);
        Until.holds(() -> portal.get(before).statusCode() == 404);

        approve(change);

        Until.holds(() -> portal.get(file(slug)).body().contains("Đúng tên người"));
        assertThat(portal.get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void a_change_that_is_removed_can_be_handed_in_again_and_words_nobody_has_been_given_are_not_removed() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");
        approve(track);
        var tag =
                write(track, "\"0\"", "Hai", true).headers().firstValue("ETag").orElseThrow();
        assertThat(staff.send("DELETE", change(slug, track), "").statusCode()).isEqualTo(204);
        assertThat(object(staff.get(track + "/cues")).getBoolean("handedIn")).isFalse();

        assertThat(write(track, tag, "Hai", true).statusCode()).isEqualTo(200);

        approve(change(slug, track));
        assertThat(object(staff.get(track + "/cues")).getBoolean("handedIn")).isTrue();

        var other = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");
        write(other, "\"0\"", "Đang viết", false);
        assertThat(staff.send("DELETE", other, "").statusCode()).isEqualTo(409);
        assertThat(texts(object(staff.get(other + "/cues")))).containsExactly("Đang viết");
    }

    @Test
    void who_judges_a_translation_is_told_what_it_lacks_and_reads_it_beside_the_vietnamese_words() {
        var slug = Drafts.start(staff);
        subtitles(
                slug,
                "1\n00:00:01,000 --> 00:00:03,000\nMột\n\n2\n00:00:02,000 --> 00:00:04,000\nHai\n\n"
                        + "3\n00:00:05,000 --> 00:00:06,000\nBa\n");
        var whole = subtitles(slug, "hmn", "translation", "1\n00:00:02,000 --> 00:00:04,000\nMẫu hai\n");

        var page = office("/quan-tri/san-pham/" + slug).body();

        assertThat(page).contains("Còn 2 trong 3 câu tiếng Việt chưa có lời dịch");
        var part = page.substring(page.indexOf("id=\"ban-" + whole.replaceAll(".*/", "")));
        var lines = part.substring(part.indexOf("<ol class=\"spoken"), part.indexOf("</ol>"))
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
        assertThat(lines).isEqualTo("0:01 Một chưa dịch 0:02 Hai Mẫu hai 0:05 Ba chưa dịch");
    }

    @Test
    void what_was_sent_back_can_be_handed_in_again_as_it_is_and_its_note_leads_to_the_seconds() {
        var slug = Drafts.start(staff);
        Drafts.addTrack(portal, slug, "vi");
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");
        var tag =
                write(track, "\"0\"", "Hai", true).headers().firstValue("ETag").orElseThrow();
        Drafts.judge(staff, track, "{\"verdict\":\"rejected\",\"note\":\"0:01 sai chữ\"}");
        var name = track.replaceAll(".*/", "");
        var service = "/quan-tri/phu-de/" + slug + "/" + name;
        var page = office("/quan-tri/san-pham/" + slug + "/phu-de/" + name).body();

        assertThat(page).contains("data-seek=\"1\"").doesNotContain("class=\"note\"");
        assertThat(office(service).body()).contains("\"returned\":true");

        assertThat(write(track, tag, "Hai", true).statusCode()).isEqualTo(200);

        assertThat(object(staff.get(track)).getString("state")).isEqualTo("ready");
        assertThat(office(service).body()).contains("\"returned\":false");
    }

    @Test
    void what_is_only_saved_nobody_judges_and_what_was_judged_is_what_was_seen() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");
        var seen = seen(slug, track);
        var tag =
                write(track, "\"0\"", "Hai", false).headers().firstValue("ETag").orElseThrow();
        assertThat(seen(slug, track)).as("what the reviewer has").isEqualTo(seen);

        assertThat(write(track, tag, "Ba", true).statusCode()).isEqualTo(200);

        var late = judge(slug, track, seen);
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("vừa được sửa sau khi bạn mở trang");
        assertThat(object(staff.get(track)).getString("state")).isEqualTo("ready");
        assertThat(judge(slug, track, seen(slug, track)).statusCode()).isBetween(300, 399);
        assertThat(object(staff.get(track)).getString("state")).isEqualTo("approved");
    }

    @Test
    void what_a_program_approves_is_what_it_has_read() {
        var slug = Drafts.start(staff);
        publish(slug);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nĐã đọc\n");
        var read = staff.get(track);
        var seen = tag(read);
        assertThat(write(track, "\"0\"", "Chưa ai đọc", true).statusCode()).isEqualTo(200);
        var editor = Staff.make(portal, EnumSet.of(Role.EDITOR), null, Set.of());

        assertThat(editor.send("POST", track + "/approval", APPROVED).statusCode())
                .as("who may not judge it learns nothing else")
                .isEqualTo(403);
        var silent = staff.send("POST", track + "/approval", APPROVED);
        assertThat(silent.statusCode()).as(silent.body()).isEqualTo(428);
        assertThat(staff.send("POST", track + "/approval", APPROVED, "If-Match", "")
                        .statusCode())
                .as("who says nothing says nothing")
                .isEqualTo(428);
        var late = staff.send("POST", track + "/approval", APPROVED, "If-Match", seen);
        assertThat(late.statusCode()).as(late.body()).isEqualTo(412);
        var back = staff.send(
                "POST", track + "/approval", "{\"verdict\":\"rejected\",\"note\":\"Sai.\"}", "If-Match", seen);
        assertThat(back.statusCode()).as(back.body()).isEqualTo(412);
        assertThat(staff.send("POST", track + "/approval", APPROVED, "If-Match", "3")
                        .statusCode())
                .as("no entity tag")
                .isEqualTo(400);
        var now = staff.get(track);
        assertThat(object(now).getString("state")).isEqualTo("ready");
        var file = object(now).getJsonArray("sources").getJsonObject(0).getString("url");
        assertThat(portal.get(file).statusCode()).as("for the public").isEqualTo(404);

        var approved = staff.send("POST", track + "/approval", APPROVED, "If-Match", tag(now));

        assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
        assertThat(tag(approved)).isNotEqualTo(tag(now)).isEqualTo(tag(staff.get(track)));
        Until.holds(() -> portal.get(file).body().contains("Chưa ai đọc"));
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void of_two_who_write_at_once_the_second_learns_it_and_nothing_is_lost() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");
        assertThat(write(track, "\"0\"", "Của người thứ nhất", false).statusCode())
                .isEqualTo(200);

        assertThat(write(track, "\"0\"", "Của người thứ hai", false).statusCode())
                .isEqualTo(412);
        assertThat(staff.send("PUT", track + "/cues", "{\"cues\":[]}").statusCode())
                .isEqualTo(428);

        var now = object(staff.get(track + "/cues"));
        assertThat(texts(now)).containsExactly("Của người thứ nhất");
        var saved = office("/quan-tri/phu-de/" + slug + "/" + track.replaceAll(".*/", "") + "/ban");
        assertThat(object(saved).getJsonArray("saved").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("deed"))
                .containsExactly("soạn", "như trước khi soạn ở đây");
        assertThat(office("/quan-tri/phu-de/" + slug + "/" + track.replaceAll(".*/", "") + "/ban/1")
                        .body())
                .contains("\"Một\"");
    }

    @Test
    void bad_cues_are_refused_with_the_name_of_what_is_wrong() {
        var slug = Drafts.start(staff);
        var track = subtitles(slug, "1\n00:00:01,000 --> 00:00:03,000\nMột\n");

        var wrong = staff.send(
                "PUT", track + "/cues", "{\"cues\":[{\"start\":5,\"end\":1,\"text\":\"a\"}]}", "If-Match", "*");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("cues[0].end", "must be later than start");
        var empty = staff.send(
                "PUT", track + "/cues", "{\"cues\":[{\"start\":0,\"end\":1}],\"submit\":true}", "If-Match", "*");
        assertThat(empty.statusCode()).isEqualTo(400);
        assertThat(empty.body()).contains("must say something");
        assertThat(texts(object(staff.get(track + "/cues")))).as("as it was").containsExactly("Một");
        assertThat(portal.get(track + "/cues").statusCode()).isEqualTo(401);
    }

    @Test
    void new_subtitles_begin_in_a_language_and_become_a_track_when_they_are_handed_in() {
        var slug = Drafts.start(staff);
        var at = "/quan-tri/phu-de/" + slug + "/tyz";
        var begun = office(at);
        assertThat(object(begun).getJsonArray("cues")).isEmpty();
        var token = TOKEN.matcher(begun.body());
        assertThat(token.find()).isTrue();

        var saved = send(at, "{\"cues\":[{\"start\":0,\"end\":2000,\"text\":\"Mẫu\"}]}", token.group(1), 0);
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(200);
        assertThat(object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("tracks"))
                .isEmpty();
        assertThat(office("/quan-tri/san-pham/" + slug).body()).contains("(đang soạn)");
        var wrong = send(at, "{\"cues\":[{\"start\":5,\"end\":1}]}", token.group(1), 1);
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(object(wrong).getString("message")).startsWith("Chưa lưu: câu 1 phải kết thúc sau khi bắt đầu");
        assertThat(send(at, "{\"cues\":[]} {", token.group(1), 1).statusCode())
                .as("something behind it")
                .isEqualTo(400);
        assertThat(send(at, "{\"cues\":[]}", "1.x", 1).statusCode())
                .as("a form of another site")
                .isEqualTo(403);

        var handed = send(at + "/nop", "", token.group(1), 1);

        assertThat(handed.statusCode()).as(handed.body()).isEqualTo(200);
        var track = object(handed).getString("name");
        assertThat(object(staff.get(PRODUCTS + "/" + slug + "/tracks/" + track)).getString("state"))
                .isEqualTo("ready");
        assertThat(office("/quan-tri/phu-de/" + slug + "/" + track + "/xuat.srt")
                        .body())
                .isEqualTo("1\n00:00:00,000 --> 00:00:02,000\nMẫu\n\n");
        var again = object(office(at));
        assertThat(again.getString("name")).as("by the name they began with").isEqualTo(track);
        assertThat(texts(again)).containsExactly("Mẫu");
        assertThat(send(at, "{\"cues\":[]}", token.group(1), 0).statusCode())
                .as("a page that has seen nothing yet")
                .isEqualTo(412);
        assertThat(object(send(at + "/nop", "", token.group(1), 1)).getString("name"))
                .as("an answer that got lost")
                .isEqualTo(track);
        assertThat(office("/quan-tri/phu-de/" + slug + "/khong-co").statusCode())
                .isEqualTo(404);
    }

    private static List<String> texts(JsonObject cues) {
        return cues.getJsonArray("cues").getValuesAs(JsonObject.class).stream()
                .map(cue -> cue.getString("text"))
                .toList();
    }

    /** The address of the track. */
    private String subtitles(String slug, String file) {
        return subtitles(slug, "vi", "original", file);
    }

    private String subtitles(String slug, String language, String role, String file) {
        var upload = new TusClient(portal, staff).upload("a.srt", file.getBytes(StandardCharsets.UTF_8));
        var added = staff.send(
                "POST",
                PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"subtitle\",\"language\":\"%s\",\"role\":\"%s\"}"
                        .formatted(upload, language, role));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        return added.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> write(String track, String version, String text, boolean submit) {
        return staff.send(
                "PUT",
                track + "/cues",
                "{\"cues\":[{\"start\":1000,\"end\":3000,\"text\":\"%s\"}],\"submit\":%s}".formatted(text, submit),
                "If-Match",
                version);
    }

    private void approve(String track) {
        var answer = Drafts.judge(staff, track, "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void publish(String slug) {
        for (var to : List.of("review", "approved", "published")) {
            var answer = staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    /** The address of the public file of the subtitles. */
    private String file(String slug) {
        return object(portal.get(PRODUCTS + "/" + slug)).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                .filter(track -> track.getString("kind").equals("subtitle"))
                .map(track -> track.getJsonArray("sources").getJsonObject(0).getString("url"))
                .findFirst()
                .orElseThrow();
    }

    /** The address of the other track of the product. */
    private String change(String slug, String track) {
        return object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                .map(one -> PRODUCTS + "/" + slug + "/tracks/" + one.getInt("id"))
                .filter(one -> !one.equals(track))
                .findFirst()
                .orElseThrow();
    }

    /** The version of a track that the page of its product shows to its reviewer. */
    private String seen(String slug, String track) {
        var page = office("/quan-tri/san-pham/" + slug).body();
        var form = Pattern.compile("name=\"ban\" value=\"" + track.replaceAll(".*/", "")
                        + "\"[^>]*>\\s*<input type=\"hidden\" name=\"da-xem\" value=\"([0-9]+)\"")
                .matcher(page);
        assertThat(form.find()).as(page).isTrue();
        return form.group(1);
    }

    private HttpResponse<String> judge(String slug, String track, String seen) {
        var page = office("/quan-tri/san-pham/" + slug).body();
        var token = Pattern.compile("name=\"the\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        return portal.send(HttpRequest.newBuilder(portal.uri("/quan-tri/san-pham/" + slug))
                .header("Cookie", staff.cookie())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("the=" + token.group(1) + "&lam=duyet-ban&ban="
                        + track.replaceAll(".*/", "") + "&da-xem=" + seen))
                .build());
    }

    private HttpResponse<String> office(String path) {
        return portal.get(path, "Cookie", staff.cookie());
    }

    private HttpResponse<String> send(String path, String body, String token, int revision) {
        return portal.send(HttpRequest.newBuilder(portal.uri(path))
                .header("Cookie", staff.cookie())
                .header("X-Form-Token", token)
                .header("If-Match", "\"" + revision + "\"")
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
