package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;
import vn.loa.media.Segments;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Medium;

class NewestTracksTest {
    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");

    private static final Genre SKIT =
            new Genre("tieu-pham", Texts.of("vi", "Tiểu phẩm phát thanh"), Medium.AUDIO, "loa", "cham", 1);

    private final Product product = new Product(new Slug("con-bo"), false, NOW);
    private int blobs;

    @Test
    void of_two_subtitles_in_one_language_the_newer_counts_in_whatever_role() {
        approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        var other = approved(TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION);
        var newer = approved(TrackKind.SUBTITLE, "vi", TrackRole.TRANSLATION);

        assertThat(counting()).containsExactly(other, newer);
    }

    @Test
    void the_older_counts_until_the_newer_is_approved_and_again_when_that_is_sent_back() {
        var older = approved(TrackKind.TRANSCRIPT, "vi", TrackRole.ORIGINAL);
        var newer = track(TrackKind.TRANSCRIPT, "vi", TrackRole.ORIGINAL);
        assertThat(counting()).containsExactly(older);

        newer.approve(Actor.SAMPLE, NOW);
        assertThat(counting()).containsExactly(newer);

        newer.reject(Actor.SAMPLE, "Sai lời.", NOW);
        assertThat(counting()).containsExactly(older);
    }

    @Test
    void what_cannot_be_played_yet_takes_over_from_nothing() {
        var older = approved(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, file("A0", "audio/mp4"));
        approved(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, file("station", "audio/mpeg"));
        assertThat(counting()).containsExactly(older);

        var newer = approved(TrackKind.AUDIO, "vi", TrackRole.DUB, file("A0", "audio/mp4"));
        assertThat(counting()).containsExactly(newer);
    }

    @Test
    void a_film_that_is_a_stream_stays_until_the_newer_one_is_one() {
        var older = approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, file("V1", "video/mp4"), streamed());
        var newer = approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, file("V0", "video/mp4"));
        var dubbed = approved(TrackKind.VIDEO, "vi", TrackRole.DUB, file("V0", "video/mp4"));
        assertThat(counting()).containsExactly(older, dubbed);

        newer.asset().orElseThrow().put(streamed());
        assertThat(counting()).containsExactly(newer, dubbed);
    }

    @Test
    void of_pages_of_a_leaflet_and_of_attachments_there_are_many_and_of_posters_one() {
        var page = approved(TrackKind.IMAGE, "vi", TrackRole.ORIGINAL);
        var back = approved(TrackKind.IMAGE, "vi", TrackRole.ORIGINAL);
        var paper = approved(TrackKind.DOCUMENT, "vi", TrackRole.ATTACHMENT);
        var other = approved(TrackKind.DOCUMENT, "vi", TrackRole.ATTACHMENT);
        approved(TrackKind.IMAGE, "vi", TrackRole.POSTER);
        var poster = approved(TrackKind.IMAGE, "vi", TrackRole.POSTER);

        assertThat(counting()).containsExactly(page, back, paper, other, poster);
    }

    @Test
    void what_is_shown_is_told_apart_from_what_is_approved() {
        var older = approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);

        assertThat(older.isApproved()).isTrue();
        assertThat(NewestTracks.isShown(older)).isFalse();
    }

    @Test
    void whoever_adds_a_second_one_is_told_what_comes_of_it_and_so_is_who_looks_at_the_first() {
        var older = approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        assertThat(doubts(older)).isEmpty();

        var newer = track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        assertThat(doubts(newer)).containsExactly("overtakes");
        assertThat(doubts(older)).isEmpty();

        newer.approve(Actor.SAMPLE, NOW);
        assertThat(doubts(newer)).containsExactly("overtakes");
        assertThat(doubts(older)).containsExactly("overtaken");
    }

    @Test
    void who_says_that_one_replaces_the_other_is_told_nothing_unless_a_third_counts() {
        var older = approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        var fresh = track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        fresh.replace(older);
        assertThat(doubts(fresh)).isEmpty();

        approved(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        // Words take the place of those that they replace, and that is behind.
        assertThat(doubts(fresh)).containsExactly("overtaken");
    }

    @Test
    void a_dub_of_nothing_and_a_film_where_one_only_listens_are_doubted() {
        var dub = approved(TrackKind.AUDIO, "hmn", TrackRole.DUB);
        assertThat(doubts(dub)).containsExactly("dub-alone");

        product.begin()
                .write(
                        new ProductRevision.Wording(Texts.none(), Texts.none(), Texts.none(), 2026, false, null),
                        SKIT,
                        null);
        var film = approved(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL);
        assertThat(doubts(film)).containsExactly("film-for-ears");
        assertThat(doubts(dub)).isEmpty();
        assertThat(doubts(approved(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL))).isEmpty();
    }

    private List<String> doubts(Track track) {
        return TrackDoubts.of(track).map(Warning::code).toList();
    }

    private List<Track> counting() {
        return NewestTracks.of(product.tracks());
    }

    private Track approved(TrackKind kind, String language, TrackRole role, Rendition... files) {
        var track = track(kind, language, role, files);
        track.approve(Actor.SAMPLE, NOW);
        return track;
    }

    private Track track(TrackKind kind, String language, TrackRole role, Rendition... files) {
        var asset = new MediaAsset(MediaKind.AUDIO, "master", blob(), NOW);
        List.of(files).forEach(asset::put);
        var track = product.addTrack(kind, language, role, null, asset, null);
        track.processed();
        return track;
    }

    private Rendition streamed() {
        var picture = file("hls-360", "video/mp4");
        picture.segmented(new Segments("avc1.4d401e", 1, 1, null, null));
        return picture;
    }

    private Rendition file(String profile, String contentType) {
        return new Rendition(profile, blob(), contentType);
    }

    private Blob blob() {
        return new Blob("%064x".formatted(++blobs), 1, NOW);
    }
}
