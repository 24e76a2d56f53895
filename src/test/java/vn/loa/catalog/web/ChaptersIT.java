package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;
import static vn.loa.testing.Drafts.object;

import jakarta.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.PublicAddresses;
import vn.loa.testing.Staff;
import vn.loa.testing.UsesPortal;

/** Chapters from the editor to the page. */
@UsesPortal
class ChaptersIT {
    private static final String TWO =
            "{\"chapters\":[{\"startSeconds\":0,\"title\":{\"vi\":\"Mở đầu\",\"en\":\"Beginning\"}},"
                    + "{\"startSeconds\":20.5,\"title\":{\"vi\":\"<b>Kết & hết</b>\"}}]}";

    private final Portal portal;
    private final Staff staff;

    ChaptersIT(Portal portal) {
        this.portal = portal;
        this.staff = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn", "tyz"));
    }

    @Test
    void chapters_of_a_published_work_are_on_its_page_in_the_api_and_in_a_file() {
        var slug = heard();
        assertThat(divide(slug, TWO).statusCode()).isEqualTo(200);
        publish(slug);

        var page = portal.get("/san-pham/" + slug).body();
        assertThat(page)
                .contains("Các phần", "?t=20.5\"", "data-t=\"20.5\"", "&lt;b&gt;Kết &amp; hết&lt;/b&gt;", "\"Clip\"")
                .doesNotContain("<b>Kết");
        assertThat(portal.get("/san-pham/" + slug + "?hl=en").body()).contains("Chapters", ">Beginning<");
        var chapters = object(portal.get(PRODUCTS + "/" + slug)).getJsonArray("chapters");
        assertThat(chapters.getValuesAs(JsonObject.class))
                .extracting(chapter -> chapter.getJsonNumber("startSeconds").doubleValue())
                .containsExactly(0.0, 20.5);
        var file = portal.get(PRODUCTS + "/" + slug + "/chapters/en");
        assertThat(file.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
                .isEqualToIgnoringCase("text/vtt;charset=utf-8");
        assertThat(file.body())
                .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:20.500\nBeginning\n\n00:00:20.500 --> 00:01:")
                .endsWith("\n&lt;b&gt;Kết &amp; hết&lt;/b&gt;\n");
        assertThat(portal.get(PRODUCTS + "/" + slug + "/chapters/tyz").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_revision_changes_nothing_for_the_public_before_it_is_published() {
        var slug = heard();
        divide(slug, TWO);
        publish(slug);
        move(slug, "draft");

        assertThat(object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("chapters"))
                .as("the next revision begins with the chapters of the last")
                .hasSize(2);
        assertThat(divide(slug, "{\"chapters\":[]}").statusCode()).isEqualTo(200);

        assertThat(portal.get("/san-pham/" + slug).body()).contains("Mở đầu");
    }

    @Test
    void chapters_are_written_for_a_version_that_was_read_and_only_of_a_draft() {
        var slug = heard();
        var address = PRODUCTS + "/" + slug + "/chapters";
        var before = tag(staff.get(PRODUCTS + "/" + slug));
        assertThat(staff.send("PUT", address, TWO).statusCode()).isEqualTo(428);

        var written = staff.send("PUT", address, TWO, "If-Match", before);

        assertThat(written.statusCode()).as(written.body()).isEqualTo(200);
        assertThat(object(written).getJsonArray("chapters")).hasSize(2);
        assertThat(tag(written)).isEqualTo(tag(staff.get(PRODUCTS + "/" + slug)));
        assertThat(staff.send("PUT", address, TWO, "If-Match", before).statusCode())
                .isEqualTo(412);
        move(slug, "review");
        assertThat(divide(slug, TWO).statusCode()).isEqualTo(409);
        assertThat(divide("khong-co", TWO).statusCode()).isEqualTo(404);
        assertThat(portal.get(address + "/vi").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | chapters",
                "{\"chapters\":[{\"title\":{\"vi\":\"a\"}}]} | chapters[0].startSeconds",
                "{\"chapters\":[{\"startSeconds\":1,\"title\":{\"en\":\"a\"}}]} | chapters[0].title.vi",
                "{\"chapters\":[{\"startSeconds\":1,\"title\":{\"vi\":\"a\",\"xx\":\"b\"}}]} | chapters[0].title.xx",
                "{\"chapters\":[{\"startSeconds\":-1,\"title\":{\"vi\":\"a\"}}]} | chapters[0].startSeconds",
                "{\"chapters\":[{\"startSeconds\":1e300,\"title\":{\"vi\":\"a\"}}]} | chapters[0].startSeconds",
                "{\"chapters\":[{\"startSeconds\":3600,\"title\":{\"vi\":\"a\"}}]} | chapters[0].startSeconds",
            })
    void what_is_wrong_with_chapters_is_named(String body, String field) {
        var answer = divide(heard(), body);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void a_file_brings_the_titles_in_one_language() {
        var slug = heard();
        divide(slug, TWO);
        var file = "WEBVTT\n\n00:00.000 --> 00:20.500\nStart\n\n00:20.500 --> 01:00.000\nEnd\n";

        var taken = take(slug, "en", file, "text/vtt");

        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
        assertThat(object(taken).getJsonArray("chapters").toString())
                .contains("\"Mở đầu\"", "\"Start\"", "\"End\"")
                .doesNotContain("Beginning");
    }

    @Test
    void a_file_that_is_none_or_says_what_cannot_be_is_refused_and_changes_nothing() {
        var slug = heard();
        divide(slug, TWO);
        var late = "WEBVTT\n\n59:00.000 --> 59:59.000\nLate\n";

        assertThat(take(slug, "vi", "x".repeat(300_000), "text/vtt").statusCode())
                .isEqualTo(413);
        assertThat(take(slug, "vi", "Phần một", "text/vtt").statusCode()).isEqualTo(422);
        assertThat(take(slug, "vi", late, "text/vtt").body()).contains("chapters[0].startSeconds");
        assertThat(take(slug, "en", late.replace("59:0", "00:1"), "text/vtt").body())
                .contains("chapters[0].title.vi");
        assertThat(take(slug, "vi", late, "text/plain").statusCode()).isEqualTo(415);

        assertThat(object(staff.get(PRODUCTS + "/" + slug)).getJsonArray("chapters"))
                .hasSize(2);
    }

    @Test
    void a_dub_that_is_only_heard_has_no_chapters_because_it_keeps_a_time_of_its_own() {
        var slug = heard();
        var dub = Drafts.addTrack(portal, slug, "tyz");
        change("update track set role = 'dub' where id = ?", dub);
        approve(slug, dub);
        divide(slug, TWO);
        publish(slug);

        assertThat(portal.get("/san-pham/" + slug + "?tieng=vi").body()).contains("Mở đầu");
        assertThat(portal.get("/san-pham/" + slug + "?tieng=tyz").body())
                .contains("-tyz-")
                .doesNotContain("Mở đầu");
    }

    @Test
    void films_of_the_sample_have_chapters() {
        for (var answer : List.of(portal.get(PublicAddresses.FILM), portal.get(PublicAddresses.FILM + "?ban=A0"))) {
            assertThat(answer.body()).contains("Các phần", "Nhà còn nước không?");
        }
        assertThat(portal.get(PublicAddresses.FILM).body()).contains("<track kind=\"chapters\" src=\"/api/v1/");
    }

    /** A draft with something to hear, of somewhat more than a minute. */
    private String heard() {
        var slug = Drafts.start(staff);
        var track = Drafts.addTrack(portal, slug, "vi");
        change(
                "update track set asset = (select t.asset from track t join product p on p.id = t.product"
                        + " where p.slug = 'con-bo-cua-nha-ong-pao' and t.kind = 'audio' and t.language = 'vi')"
                        + " where id = ?",
                track);
        approve(slug, track);
        return slug;
    }

    private void change(String sql, long track) {
        try (var database = portal.database();
                var statement = database.prepareStatement(sql)) {
            statement.setLong(1, track);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void approve(String slug, long track) {
        var answer = staff.send(
                "POST", PRODUCTS + "/" + slug + "/tracks/" + track + "/approval", "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private HttpResponse<String> divide(String slug, String json) {
        return staff.send("PUT", PRODUCTS + "/" + slug + "/chapters", json, "If-Match", "*");
    }

    private HttpResponse<String> take(String slug, String language, String file, String type) {
        return portal.send(HttpRequest.newBuilder(portal.uri(PRODUCTS + "/" + slug + "/chapters/" + language))
                .header("Authorization", staff.bearer())
                .header("Content-Type", type)
                .header("If-Match", "*")
                .PUT(BodyPublishers.ofString(file))
                .build());
    }

    private void publish(String slug) {
        List.of("review", "approved", "published").forEach(step -> move(slug, step));
    }

    private void move(String slug, String to) {
        var answer = staff.send("POST", PRODUCTS + "/" + slug + "/transitions", "{\"to\":\"" + to + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String tag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
