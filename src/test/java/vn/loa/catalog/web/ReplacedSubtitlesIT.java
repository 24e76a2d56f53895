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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.UsesPortal;

/** Files that are sent in the place of subtitles which people write at on the portal. */
@UsesPortal
class ReplacedSubtitlesIT {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

    private final Portal portal;
    private final Staff staff;

    private String slug = "";

    /** The address of the track that the public has. */
    private String track = "";

    ReplacedSubtitlesIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi"));
    }

    @BeforeEach
    void approved() {
        slug = Drafts.start(staff);
        track = PRODUCTS + "/" + slug + "/tracks/" + send("Lời đầu tiên", "");
        approve(track);
    }

    @Test
    void what_an_approved_file_says_is_written_on_and_who_wrote_before_it_learns_that() {
        approve(change(write("\"0\"", "Lời soạn ở cổng", true)));
        var before = tag(staff.get(track + "/cues"));

        approve(address(send("Lời trong tệp", id(track))));

        var now = staff.get(track + "/cues");
        assertThat(texts(now)).containsExactly("Lời trong tệp");
        assertThat(object(now).getBoolean("handedIn")).isTrue();
        assertThat(write(before, "Lời soạn ở cổng, sửa dấu", false).statusCode())
                .as("who has not seen the file")
                .isEqualTo(412);
        assertThat(saved()).containsExactly("tệp thay thế được duyệt", "soạn", "như trước khi soạn ở đây");
        assertThat(page()).contains("còn ở “Các bản đã lưu”");
        approve(change(write(tag(now), "Lời trong tệp, sửa dấu", true)));
        assertThat(texts(staff.get(track + "/cues"))).containsExactly("Lời trong tệp, sửa dấu");
        assertThat(page()).doesNotContain("còn ở “Các bản đã lưu”");
    }

    @Test
    void who_opened_the_page_before_a_file_came_does_not_write_over_it() {
        var opened = tag(staff.get(track + "/cues"));

        approve(address(send("Lời trong tệp", id(track))));

        assertThat(write(opened, "Lời đầu tiên, sửa dấu", true).statusCode()).isEqualTo(412);
        assertThat(texts(staff.get(track + "/cues"))).containsExactly("Lời trong tệp");
        assertThat(saved()).containsExactly("tệp thay thế được duyệt", "như trước khi soạn ở đây");
    }

    @Test
    void a_file_that_waits_is_not_written_over_by_what_is_handed_in() {
        var file = send("Lời trong tệp", id(track));
        assertThat(page()).contains("Có tệp thay thế bản này đang chờ thẩm định");

        var refused = write("\"0\"", "Lời soạn ở cổng", true);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(409);
        assertThat(texts(staff.get(track + "/cues"))).as("saved").containsExactly("Lời soạn ở cổng");
        var told = handIn();
        assertThat(told.statusCode()).isEqualTo(409);
        assertThat(object(told).getString("message")).contains("có tệp thay thế bản này đang chờ thẩm định");
        assertThat(words(file)).containsExactly("Lời trong tệp");

        var back = Drafts.judge(staff, address(file), "{\"verdict\":\"rejected\",\"note\":\"Sai.\"}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(handIn().statusCode()).isEqualTo(200);
        assertThat(words(file)).as("what was sent back stays what it is").containsExactly("Lời trong tệp");
        assertThat(texts(staff.get(track + "/cues"))).containsExactly("Lời soạn ở cổng");
    }

    @Test
    void what_was_handed_in_stays_so_when_a_file_is_taken_back() {
        approve(change(write("\"0\"", "Lời soạn ở cổng", true)));
        var file = send("Lời trong tệp", id(track));

        assertThat(staff.send("DELETE", address(file), "").statusCode()).isEqualTo(204);

        assertThat(object(staff.get(track + "/cues")).getBoolean("handedIn")).isTrue();
    }

    @Test
    void a_file_in_place_of_a_file_that_waits_is_written_on_where_the_first_one_is() {
        var first = send("Tệp thứ nhất", id(track));
        var second = send("Tệp thứ hai", String.valueOf(first));
        assertThat(write("\"0\"", "Lời soạn ở cổng", true).statusCode()).isEqualTo(409);

        approve(address(second));

        assertThat(texts(staff.get(track + "/cues"))).containsExactly("Tệp thứ hai");
        assertThat(staff.get(address(first)).statusCode()).isEqualTo(404);
    }

    private String page() {
        return office("/quan-tri/san-pham/" + slug + "/phu-de/" + id(track)).body();
    }

    /** What was done to what is written, the newest first. */
    private List<String> saved() {
        return object(office("/quan-tri/phu-de/" + slug + "/" + id(track) + "/ban"))
                .getJsonArray("saved")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(one -> one.getString("deed"))
                .toList();
    }

    /** What the words of a track are, whatever is written at it. */
    private List<String> words(long id) {
        return portal.sql()
                .column(
                        "select c.text from subtitle_cue c join track t on t.subtitle_track = c.subtitle_track where t.id = "
                                + id);
    }

    private static List<String> texts(HttpResponse<String> cues) {
        return object(cues).getJsonArray("cues").getValuesAs(JsonObject.class).stream()
                .map(cue -> cue.getString("text"))
                .toList();
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    /** Sends subtitles of one cue and answers the id of their track. @param replaces id of a track; empty for none */
    private long send(String text, String replaces) {
        var upload = new TusClient(portal, staff)
                .upload("a.srt", ("1\n00:00:01,000 --> 00:00:03,000\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
        var added = staff.send(
                "POST",
                PRODUCTS + "/" + slug + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"subtitle\",\"language\":\"vi\",\"role\":\"original\"%s}"
                        .formatted(upload, replaces.isEmpty() ? "" : ",\"replaces\":" + replaces));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        return Long.parseLong(id(added.headers().firstValue("Location").orElseThrow()));
    }

    private HttpResponse<String> write(String version, String text, boolean submit) {
        return staff.send(
                "PUT",
                track + "/cues",
                "{\"cues\":[{\"start\":1000,\"end\":3000,\"text\":\"%s\"}],\"submit\":%s}".formatted(text, submit),
                "If-Match",
                version);
    }

    /** As the page does it. */
    private HttpResponse<String> handIn() {
        var at = "/quan-tri/phu-de/" + slug + "/" + id(track);
        var opened = office(at);
        var token = TOKEN.matcher(opened.body());
        assertThat(token.find()).isTrue();
        return portal.send(HttpRequest.newBuilder(portal.uri(at + "/nop"))
                .header("Cookie", staff.cookie())
                .header("X-Form-Token", token.group(1))
                .header("If-Match", "\"" + object(opened).getInt("revision") + "\"")
                .POST(BodyPublishers.noBody())
                .build());
    }

    private HttpResponse<String> office(String path) {
        return portal.get(path, "Cookie", staff.cookie());
    }

    /** The address of what waits for its reviewer since it was handed in. */
    private String change(HttpResponse<String> handedIn) {
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(200);
        return object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("tracks").getValuesAs(JsonObject.class).stream()
                .map(one -> address(one.getInt("id")))
                .filter(one -> !one.equals(track))
                .findFirst()
                .orElseThrow();
    }

    private void approve(String address) {
        var answer = Drafts.judge(staff, address, "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private String address(long id) {
        return PRODUCTS + "/" + slug + "/tracks/" + id;
    }

    private static String id(String address) {
        return address.replaceAll(".*/", "");
    }
}
