package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.common.Slug;
import vn.loa.common.Texts;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;
import vn.loa.taxonomy.Genre;
import vn.loa.taxonomy.Medium;

class ProductCardsTest {
    private static final Instant NOW = Instant.parse("2025-05-22T02:00:00Z");
    private static final Genre REPORTAGE =
            new Genre("phong-su", Texts.of("vi", "Phóng sự"), Medium.VIDEO, "ban", "do", 1);

    private final List<Track> tracks = new ArrayList<>();
    private final Product product = new Product(new Slug("giu-nuoc"), false, NOW);
    private int blobs;

    @Test
    void a_film_costs_what_its_smallest_picture_does_and_not_only_its_sound() {
        track(
                TrackKind.VIDEO,
                rendition("V1", "video/mp4", 800),
                rendition("V0", "video/mp4", 500),
                rendition("A0", "audio/mp4", 100),
                rendition("original", "video/mp4", 400));

        assertThat(ProductCards.smallest(tracks)).isEqualTo(500);
    }

    @Test
    void while_a_film_is_only_heard_it_costs_what_its_sound_does() {
        track(TrackKind.VIDEO, rendition("A0", "audio/mp4", 100), rendition("original", "video/mp4", 9000));

        assertThat(ProductCards.smallest(tracks)).isEqualTo(100);
    }

    @Test
    void a_sound_costs_what_every_phone_plays_first() {
        track(TrackKind.AUDIO, rendition("A1", "audio/mp4", 50), rendition("A0", "audio/mp4", 100));

        assertThat(ProductCards.smallest(tracks)).isEqualTo(100);
    }

    @Test
    void of_two_sounds_in_one_language_the_newer_one_is_what_it_costs() {
        track(TrackKind.AUDIO, rendition("A0", "audio/mp4", 100));
        track(TrackKind.AUDIO, rendition("A0", "audio/mp4", 300));

        assertThat(ProductCards.smallest(tracks)).isEqualTo(300);
    }

    @Test
    void how_one_takes_it_in_is_told_by_what_there_is_and_only_then_by_the_genre() {
        assertThat(ProductCards.medium(REPORTAGE, tracks)).isEqualTo(Medium.VIDEO);

        track(TrackKind.AUDIO, rendition("A0", "audio/mp4", 100));
        assertThat(ProductCards.medium(REPORTAGE, tracks)).isEqualTo(Medium.AUDIO);

        track(TrackKind.VIDEO, rendition("V0", "video/mp4", 500));
        assertThat(ProductCards.medium(REPORTAGE, tracks)).isEqualTo(Medium.VIDEO);
    }

    @Test
    void in_sample_content_only_the_original_is_a_language_of_the_work() {
        var sample = new Product(new Slug("mau"), true, NOW);
        track(sample, TrackKind.AUDIO, "vi", TrackRole.ORIGINAL);
        track(sample, TrackKind.AUDIO, "hmn", TrackRole.DUB);
        track(sample, TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL);
        track(sample, TrackKind.SUBTITLE, "tyz", TrackRole.TRANSLATION);

        assertThat(ProductCards.standIns(tracks)).containsExactly("hmn", "tyz");
    }

    @Test
    void elsewhere_a_dub_is_one() {
        track(product, TrackKind.AUDIO, "vi", TrackRole.ORIGINAL);
        track(product, TrackKind.AUDIO, "hmn", TrackRole.DUB);

        assertThat(ProductCards.standIns(tracks)).isEmpty();
    }

    private void track(TrackKind kind, Rendition... renditions) {
        track(product, kind, "vi", TrackRole.ORIGINAL, renditions);
    }

    private void track(Product product, TrackKind kind, String language, TrackRole role, Rendition... renditions) {
        var asset = new MediaAsset(MediaKind.AUDIO, "master", blob(1), NOW);
        List.of(renditions).forEach(asset::put);
        var track = product.addTrack(kind, language, role, null, asset, null);
        track.approve(Actor.SAMPLE, NOW);
        tracks.add(track);
    }

    private Rendition rendition(String profile, String contentType, long bytes) {
        return new Rendition(profile, blob(bytes), contentType);
    }

    private Blob blob(long bytes) {
        return new Blob("%064x".formatted(++blobs), bytes, NOW);
    }
}
