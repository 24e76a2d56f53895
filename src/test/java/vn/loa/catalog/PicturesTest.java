package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.common.InvalidInput;
import vn.loa.common.Slug;
import vn.loa.editorial.TransitionRefused;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;

class PicturesTest {
    private static final Instant NOW = Instant.parse("2025-05-22T02:00:00Z");

    private final List<Track> tracks = new ArrayList<>();
    private final Product product = new Product(new Slug("giu-nuoc"), false, NOW);
    private int blobs;

    @Test
    void a_film_without_a_poster_is_shown_by_its_picture_at_30_percent_smallest_first() {
        film("poster-10-320", "poster-30-640", "poster-30-320", "poster-50-320");

        assertThat(shown()).containsExactly("poster-30-320", "poster-30-640");
    }

    @Test
    void an_editor_chooses_another_of_the_pictures_that_were_taken() {
        var film = film("poster-10-320", "poster-30-320", "poster-50-320");

        film.showAt(50);

        assertThat(shown()).containsExactly("poster-50-320");
        assertThatThrownBy(() -> film.showAt(20))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("[10, 30, 50]");
        assertThat(shown()).containsExactly("poster-50-320");
    }

    @Test
    void a_chosen_picture_that_was_not_taken_again_gives_way_to_one_that_is_there() {
        film("poster-10-320", "poster-50-320").showAt(50);
        tracks.get(0).asset().orElseThrow().forget(file -> file.profile().equals("poster-50-320"));

        assertThat(shown()).containsExactly("poster-10-320");
    }

    @Test
    void what_has_no_pictures_cannot_have_one_chosen() {
        var sound = track(TrackKind.AUDIO, TrackRole.ORIGINAL, "cover-320");

        assertThatThrownBy(() -> sound.showAt(30)).isInstanceOf(TransitionRefused.class);
        assertThatThrownBy(() -> film().showAt(30)).isInstanceOf(TransitionRefused.class);
    }

    @Test
    void a_poster_that_an_editor_made_comes_before_all_that_was_taken() {
        film("poster-30-320");
        track(TrackKind.AUDIO, TrackRole.ORIGINAL, "cover-320");
        track(TrackKind.IMAGE, TrackRole.POSTER, "picture-320");

        assertThat(shown()).containsExactly("picture-320");
    }

    @Test
    void a_sound_is_shown_by_the_cover_that_came_with_it_unless_there_is_a_film() {
        track(TrackKind.AUDIO, TrackRole.DUB, "cover-640");
        track(TrackKind.AUDIO, TrackRole.ORIGINAL, "cover-320", "waveform");
        assertThat(shown()).containsExactly("cover-320");

        film("poster-30-320", "storyboard");
        assertThat(shown()).containsExactly("poster-30-320");
    }

    @Test
    void what_is_printed_is_no_picture_that_stands_for_another_work() {
        track(TrackKind.IMAGE, TrackRole.ORIGINAL, "picture-320");

        assertThat(shown()).isEmpty();
    }

    private List<String> shown() {
        return Pictures.posters("giu-nuoc", tracks).stream()
                .map(poster -> poster.url().replaceAll(".*giu-nuoc-vi-(.*)\\.\\w+", "$1"))
                .toList();
    }

    private Track film(String... profiles) {
        return track(TrackKind.VIDEO, TrackRole.ORIGINAL, profiles);
    }

    private Track track(TrackKind kind, TrackRole role, String... profiles) {
        var asset = new MediaAsset(MediaKind.VIDEO, "master", blob(), NOW);
        for (var profile : profiles) {
            var picture = new Rendition(profile, blob(), "image/jpeg");
            picture.measured(null, Integer.parseInt("0" + profile.replaceAll(".*\\D", "")), null, null);
            asset.put(picture);
        }
        var track = product.addTrack(kind, "vi", role, null, asset, null);
        track.approve(Actor.SAMPLE, NOW);
        tracks.add(track);
        return track;
    }

    private Blob blob() {
        return new Blob("%064x".formatted(++blobs), 1000 + blobs, NOW);
    }
}
