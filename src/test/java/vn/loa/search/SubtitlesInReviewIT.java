package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.TusClient;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** What is said in subtitles is found, shown and served only once they and their product are approved, and not any more when they are not. */
@UsesPortal
class SubtitlesInReviewIT {
    private final Portal portal;
    private final Staff staff;

    /** Said nowhere else. */
    private final String said = word();

    private String slug = "";
    private String product = "";
    private boolean isPublic;

    SubtitlesInReviewIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(portal, Set.of(Role.EDITOR, Role.LANGUAGE_REVIEWER, Role.PUBLISHER), null, Set.of("vi"));
    }

    @BeforeEach
    void draft() {
        slug = Drafts.start(staff, "01273");
        product = Drafts.PRODUCTS + "/" + slug;
    }

    @AfterEach
    void withdraw() {
        if (isPublic) {
            step("withdrawn");
        }
    }

    @Test
    void words_of_subtitles_that_nobody_has_approved_are_nowhere() {
        publish();
        var track = subtitles();
        IndexState.awaitAll(portal);
        Until.holds(() ->
                found(Drafts.object(portal.get(product)).getJsonObject("title").getString("vi")));
        assertNowhere(track);

        review(track, "approved");
        Until.holds(() -> found(said));
        assertThat(moments()).isEqualTo(1);
        assertThat(portal.get("/tim-kiem?q=" + said).body()).contains("/san-pham/" + slug);
        Until.holds(() -> portal.get("/san-pham/" + slug).body().contains(said));

        review(track, "rejected");
        Until.holds(() -> !found(said));
        Until.holds(() -> moments() == 0);
        assertNowhere(track);
    }

    @Test
    void approved_words_of_a_product_that_nobody_has_published_are_nowhere() {
        var track = subtitles();
        review(track, "approved");
        IndexState.awaitAll(portal);
        assertNowhere(track);

        publish();
        Until.holds(() -> found(said));

        step("withdrawn");
        isPublic = false;
        Until.holds(() -> !found(said));
        assertNowhere(track);
    }

    private void assertNowhere(String track) {
        assertThat(found(said)).as("search by the API").isFalse();
        assertThat(portal.get("/api/v1/suggest?q=" + said).body()).doesNotContain(slug);
        for (var path : new String[] {
            "/tim-kiem?q=" + said, "/san-pham?q=" + said, "/api/v1/search?q=" + said, "/api/v1/products?q=" + said
        }) {
            assertThat(portal.get(path).body()).as(path).doesNotContain(slug);
        }
        for (var path : new String[] {"/san-pham/" + slug, product, track}) {
            assertThat(portal.get(path).body()).as(path).doesNotContain(said);
        }
        var sources = Drafts.object(staff.get(track)).getJsonArray("sources");
        if (sources != null) {
            for (var i = 0; i < sources.size(); i++) {
                var url = sources.getJsonObject(i).getString("url");
                assertThat(portal.get(url).statusCode()).as(url).isEqualTo(404);
            }
        }
    }

    /** How many cues say it, as the index counts them: before the database is asked what is public. */
    private int moments() {
        return Drafts.object(portal.get("/api/v1/search?kind=cue&q=" + said)).getInt("total");
    }

    private boolean found(String words) {
        return portal.get("/api/v1/search?q=" + java.net.URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body()
                .contains("\"" + slug + "\"");
    }

    /** The address of the track. */
    private String subtitles() {
        var upload = new TusClient(portal, staff)
                .upload(
                        "phu-de.vtt",
                        ("WEBVTT\n\n00:01.000 --> 00:03.000\nBà con " + said + " ơi\n")
                                .getBytes(StandardCharsets.UTF_8));
        var added = staff.send(
                "POST",
                product + "/tracks",
                "{\"upload\":\"%s\",\"kind\":\"subtitle\",\"language\":\"vi\",\"role\":\"original\"}"
                        .formatted(upload));
        assertThat(added.statusCode()).as(added.body()).isEqualTo(202);
        return added.headers().firstValue("Location").orElseThrow();
    }

    private void review(String track, String verdict) {
        var answer = Drafts.judge(
                staff,
                track,
                verdict.equals("approved")
                        ? "{\"verdict\":\"approved\"}"
                        : "{\"verdict\":\"rejected\",\"note\":\"Sai lời.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void publish() {
        step("review");
        step("approved");
        step("published");
        isPublic = true;
    }

    private void step(String to) {
        var answer = staff.send(
                "POST",
                product + "/transitions",
                to.equals("withdrawn") ? "{\"to\":\"withdrawn\",\"note\":\"Thử xong.\"}" : "{\"to\":\"" + to + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String word() {
        return ThreadLocalRandom.current()
                .ints(14, 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
