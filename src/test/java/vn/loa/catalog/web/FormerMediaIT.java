package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;

import java.net.http.HttpRequest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** A file was encoded anew while somebody plays it from a page that is open: its old address. */
@UsesPortal
class FormerMediaIT {
    private final Portal portal;
    private final Staff staff;
    private final String slug;
    private final long track;
    private final String hash;

    FormerMediaIT(Portal portal) {
        this.portal = portal;
        staff = Staff.make(
                portal, Set.of(Role.EDITOR, Role.PUBLISHER, Role.LANGUAGE_REVIEWER), null, Set.of("vi", "tyz"));
        slug = Drafts.start(staff);
        track = Drafts.addTrack(portal, slug, "tyz");
        hash = portal.sql()
                .single("select r.blob from rendition r join track t on t.asset <> r.asset where t.id = " + track
                        + " and r.content_type = 'video/mp4' order by r.blob limit 1");
    }

    @BeforeEach
    void publish() {
        judge("approved");
        for (var step : new String[] {"review", "approved", "published"}) {
            move("{\"to\":\"" + step + "\"}");
        }
    }

    @AfterEach
    void forget() {
        portal.sql()
                .execute("delete from former_rendition where asset = (select asset from track where id = " + track
                        + ")");
        portal.sql().execute("delete from playlist where text like '%" + slug + "%'");
    }

    @Test
    void leads_to_the_old_bytes_for_a_week() throws Exception {
        assertThat(media()).isEqualTo(404);
        replaced("6 days", "null");

        Until.holds(() -> media() == 200);

        portal.sql()
                .execute("update former_rendition set replaced_at = now() - interval '8 days' where blob = '" + hash
                        + "'");
        Until.holds(() -> media() == 404);
    }

    @Test
    void is_gone_with_its_product() throws Exception {
        replaced("1 day", "null");
        Until.holds(() -> media() == 200);

        move("{\"to\":\"withdrawn\",\"note\":\"Sai.\"}");

        Until.holds(() -> media() == 404);
    }

    @Test
    void is_gone_with_the_approval_of_its_track() throws Exception {
        replaced("1 day", "null");
        Until.holds(() -> media() == 200);

        judge("rejected");

        Until.holds(() -> media() == 404);
    }

    @Test
    void shows_the_film_that_it_was_fitted_to_only_while_that_is_public_too() throws Exception {
        var film = portal.sql().single("select id from media_asset where kind = 'video' order by id limit 1");
        replaced("1 day", film);
        assertThat(media()).as("the film is not of this product").isEqualTo(404);

        portal.sql()
                .execute(
                        "insert into track (product, position, kind, language, role, state, asset, reviewer, reviewed_at)"
                                + " select product, 9, 'video', 'vi', 'original', 'approved', " + film
                                + ", 'thử', now() from track"
                                + " where id = " + track);

        Until.holds(() -> media() == 200);
    }

    @Test
    void has_its_playlist_too() throws Exception {
        var playlist = "/media/" + slug + "/hls/" + hash.substring(0, 16) + ".m3u8";
        assertThat(portal.get(playlist).statusCode()).isEqualTo(404);
        replaced("1 day", "null");
        portal.sql()
                .execute("insert into playlist (blob, text) values ('" + hash + "', '#EXTM3U\n# " + slug
                        + "\n{address}\n')");

        Until.holds(() -> portal.get(playlist).statusCode() == 200);

        assertThat(portal.get(playlist).body())
                .contains("\n/media/" + slug + "/" + hash.substring(0, 16) + "/" + slug + "-tyz-v1.mp4\n");
    }

    private void replaced(String before, String film) {
        portal.sql()
                .execute("insert into former_rendition (asset, film, profile, blob, content_type, bytes, replaced_at)"
                        + " select t.asset, " + film + ", 'V1', b.sha256, 'video/mp4', b.size, now() - interval '"
                        + before
                        + "' from track t, blob b where b.sha256 = '" + hash + "' and t.id = " + track);
    }

    private int media() {
        return portal.bytes(HttpRequest.newBuilder(
                                portal.uri("/media/" + slug + "/" + hash.substring(0, 16) + "/" + slug + "-tyz-v1.mp4"))
                        .build())
                .statusCode();
    }

    private void judge(String verdict) {
        var answer = staff.send(
                "POST",
                PRODUCTS + "/" + slug + "/tracks/" + track + "/approval",
                "{\"verdict\":\"" + verdict + "\",\"note\":\"Thử.\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void move(String json) {
        var answer = staff.send("POST", PRODUCTS + "/" + slug + "/transitions", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
