package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.loa.testing.Drafts.PRODUCTS;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Role;
import vn.loa.testing.Drafts;
import vn.loa.testing.Portal;
import vn.loa.testing.Staff;
import vn.loa.testing.Until;
import vn.loa.testing.UsesPortal;

/** Tracks that take the places of tracks that were to take places themselves, and films that dubs still show. */
@UsesPortal
class ReplacedTracksIT {
    private final Portal portal;
    private final Staff all;

    ReplacedTracksIT(Portal portal) {
        this.portal = portal;
        all = Staff.make(portal, EnumSet.allOf(Role.class), null, Set.of("vi", "hmn"));
    }

    @Test
    void what_replaces_something_that_waits_to_replace_takes_both_places() {
        var slug = Drafts.start(all);
        var oldest = Drafts.addTrack(portal, slug, "vi");
        var middle = Drafts.addTrack(portal, slug, "vi");
        var newest = Drafts.addTrack(portal, slug, "vi");
        approve(slug, oldest);
        replaces(middle, oldest);
        replaces(newest, middle);

        approve(slug, newest);

        assertThat(state(slug, newest)).isEqualTo("approved");
        assertThat(state(slug, middle)).isEmpty();
        assertThat(state(slug, oldest)).isEmpty();
    }

    @Test
    void what_waits_in_place_of_a_track_that_another_has_replaced_replaces_that_one() {
        var slug = Drafts.start(all);
        var old = Drafts.addTrack(portal, slug, "vi");
        var late = Drafts.addTrack(portal, slug, "vi");
        var first = Drafts.addTrack(portal, slug, "vi");
        approve(slug, old);
        replaces(late, old);
        replaces(first, old);

        approve(slug, first);
        assertThat(state(slug, old)).isEmpty();
        assertThat(Drafts.object(all.get(track(slug, late)))
                        .getJsonNumber("replaces")
                        .longValue())
                .isEqualTo(first);
        approve(slug, late);

        assertThat(state(slug, first)).isEmpty();
        assertThat(state(slug, late)).isEqualTo("approved");
    }

    @Test
    void what_was_to_replace_a_track_that_is_removed_replaces_whom_that_was_to_replace() {
        var slug = Drafts.start(all);
        var oldest = Drafts.addTrack(portal, slug, "vi");
        var middle = Drafts.addTrack(portal, slug, "vi");
        var newest = Drafts.addTrack(portal, slug, "vi");
        approve(slug, oldest);
        replaces(middle, oldest);
        replaces(newest, middle);

        assertThat(all.send("DELETE", track(slug, middle), "").statusCode()).isEqualTo(204);
        approve(slug, newest);

        assertThat(state(slug, oldest)).isEmpty();
        assertThat(state(slug, newest)).isEqualTo("approved");
    }

    @Test
    void a_replaced_film_stays_as_long_as_a_dub_shows_it() {
        var slug = Drafts.start(all);
        var old = Drafts.addFilm(portal, slug, "vi");
        approve(slug, old);
        var dub = Drafts.addTrack(portal, slug, "hmn");
        portal.sql()
                .change(
                        "with sound as (insert into media_asset (kind, original_name, master, state, created_at, film, shown_film)"
                                + " select 'audio', 'mong.wav', f.master, 'ready', now(), f.id, f.id from media_asset f join track t"
                                + " on t.asset = f.id where t.id = " + old + " returning id)"
                                + " update track set role = 'dub', asset = sound.id from sound where track.id = "
                                + dub);
        var fresh = Drafts.addFilm(portal, slug, "vi");
        replaces(fresh, old);

        approve(slug, fresh);
        assertThat(state(slug, old)).isEqualTo("approved");
        assertThat(state(slug, fresh)).isEqualTo("approved");

        portal.sql()
                .change("update media_asset set shown_film = (select asset from track where id = " + fresh
                        + ") where id = (select asset from track where id = " + dub + ")");
        Until.holds(() -> state(slug, old).isEmpty());
        assertThat(state(slug, fresh)).isEqualTo("approved");
        assertThat(Drafts.object(all.get(track(slug, fresh)))).doesNotContainKey("replaces");
    }

    private void approve(String slug, long track) {
        var answer = all.send("POST", track(slug, track) + "/approval", "{\"verdict\":\"approved\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void replaces(long track, long old) {
        portal.sql().change("update track set replaces = " + old + " where id = " + track);
    }

    /** Empty when there is no such track. */
    private String state(String slug, long track) {
        var answer = all.get(track(slug, track));
        return answer.statusCode() == 404 ? "" : Drafts.object(answer).getString("state");
    }

    private static String track(String slug, long id) {
        return PRODUCTS + "/" + slug + "/tracks/" + id;
    }
}
