package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Actor;
import vn.loa.common.Slug;
import vn.loa.media.Blob;
import vn.loa.media.MediaAsset;
import vn.loa.media.MediaKind;
import vn.loa.media.Rendition;
import vn.loa.media.Segments;

class PlayersTest {
    private static final Instant NOW = Instant.parse("2025-05-22T02:00:00Z");

    private final List<Track> tracks = new ArrayList<>();
    private final Product product = new Product(new Slug("con-bo"), false, NOW);
    private int blobs;

    @Test
    void without_a_wish_the_original_is_heard_in_the_lightest_form_that_all_phones_play() {
        skit("tyz", TrackRole.DUB);
        skit("vi", TrackRole.ORIGINAL);

        var player = Players.of("con-bo", tracks, Listening.in("en", false)).orElseThrow();

        assertThat(player.language()).isEqualTo("vi");
        assertThat(player.video()).isFalse();
        assertThat(player.source().profile()).isEqualTo("A0");
        assertThat(player.substitute()).get().extracting(Player.Source::profile).isEqualTo("A2");
        assertThat(player.voices()).extracting(Player.Voice::language).containsExactly("tyz", "vi");
    }

    @Test
    void the_language_of_the_pages_chooses_the_voice_unless_the_address_does() {
        skit("vi", TrackRole.ORIGINAL);
        skit("hmn", TrackRole.DUB);
        skit("tyz", TrackRole.DUB);

        assertThat(heard(Listening.in("hmn", false))).isEqualTo("hmn");
        assertThat(heard(new Listening("tyz", "hmn", "", 0, false))).isEqualTo("tyz");
        assertThat(heard(new Listening("km", "xx", "", 0, false))).isEqualTo("vi");
    }

    @Test
    void a_file_for_loudspeaker_stations_never_plays() {
        track(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, rendition("station", "audio/mpeg", 900));

        assertThat(Players.of("con-bo", tracks, Listening.in("vi", false))).isEmpty();
    }

    @Test
    void a_film_plays_small_and_on_light_pages_smallest() {
        film();

        assertThat(profile(Listening.in("vi", false))).isEqualTo("V1");
        assertThat(profile(Listening.in("vi", true))).isEqualTo("V0");
    }

    @Test
    void while_nobody_has_chosen_a_film_names_its_least_file_too() {
        film();

        var free = Players.of("con-bo", tracks, Listening.in("vi", false)).orElseThrow();
        var chosen = Players.of("con-bo", tracks, new Listening("", "vi", "V1", 0, false))
                .orElseThrow();

        assertThat(free.voice().small()).extracting(Player.Source::profile).isEqualTo("V0");
        assertThat(chosen.voice().small()).isNull();
        assertThat(free.choices()).extracting(Player.Source::profile).containsExactly("A0", "V0", "V1");
    }

    @Test
    void listening_is_always_a_choice_for_films_too() {
        film();

        var player = Players.of("con-bo", tracks, new Listening("", "vi", "A0", 0, false))
                .orElseThrow();

        assertThat(player.video()).isFalse();
        assertThat(player.sources()).extracting(Player.Source::profile).containsExactly("A0", "V0", "V1");
        assertThat(player.sources()).extracting(Player.Source::chosen).containsExactly(true, false, false);
    }

    @Test
    void subtitles_in_the_language_of_the_pages_are_on_from_the_start() {
        film();
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("original", "text/vtt", 5));
        track(TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION, rendition("original", "text/vtt", 5));

        var player = Players.of("con-bo", tracks, Listening.in("hmn", false)).orElseThrow();

        assertThat(player.captions()).extracting(Player.Caption::language).containsExactly("vi", "hmn");
        assertThat(player.captions()).extracting(Player.Caption::first).containsExactly(false, true);
        assertThat(player.captionStandsIn()).isFalse();
    }

    @Test
    void subtitles_in_the_chosen_language_come_first_then_those_of_the_pages_then_vietnamese() {
        film();
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("original", "text/vtt", 5));
        track(TrackKind.SUBTITLE, "tyz", TrackRole.TRANSLATION, rendition("original", "text/vtt", 5));

        assertThat(captionOn("tyz", "vi")).containsExactly("tyz");
        assertThat(captionOn("hmn", "tyz")).containsExactly("tyz");
        assertThat(captionOn("hmn", "en")).containsExactly("vi");
        assertThat(captionOn("", "vi")).containsExactly("vi");
    }

    @Test
    void subtitles_that_the_address_chooses_are_on_whatever_is_heard() {
        film();
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("original", "text/vtt", 5));
        track(TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION, rendition("original", "text/vtt", 5));

        assertThat(Players.of("con-bo", tracks, new Listening("vi", "vi", "", 0, false, "hmn"))
                        .orElseThrow()
                        .captions())
                .filteredOn(Player.Caption::first)
                .extracting(Player.Caption::language)
                .containsExactly("hmn");
    }

    private List<String> captionOn(String chosen, String pages) {
        return Players.of("con-bo", tracks, new Listening(chosen, pages, "", 0, false))
                .orElseThrow()
                .captions()
                .stream()
                .filter(Player.Caption::first)
                .map(Player.Caption::language)
                .toList();
    }

    @Test
    void of_two_subtitles_in_one_language_the_newer_one_is_shown() {
        film();
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("original", "text/vtt", 5));
        track(TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION, rendition("original", "text/vtt", 5));
        track(TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("subtitles", "text/vtt", 6));

        var player = Players.of("con-bo", tracks, Listening.in("vi", false)).orElseThrow();

        assertThat(player.captions()).extracting(Player.Caption::language).containsExactly("hmn", "vi");
        assertThat(player.captions().get(1).url())
                .isEqualTo(Players.address("con-bo", tracks.get(tracks.size() - 1), lastFile()));
    }

    private Rendition lastFile() {
        return tracks.get(tracks.size() - 1).files().findFirst().orElseThrow();
    }

    @Test
    void in_sample_content_translated_subtitles_only_hold_a_place() {
        var sample = new Product(new Slug("mau"), true, NOW);
        track(sample, TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, rendition("V1", "video/mp4", 800));
        track(sample, TrackKind.SUBTITLE, "vi", TrackRole.ORIGINAL, rendition("original", "text/vtt", 5));
        track(sample, TrackKind.SUBTITLE, "hmn", TrackRole.TRANSLATION, rendition("original", "text/vtt", 5));

        var player = Players.of("mau", tracks, Listening.in("hmn", false)).orElseThrow();

        assertThat(player.captions()).extracting(Player.Caption::standIn).containsExactly(false, true);
        assertThat(player.captionStandsIn()).isTrue();
        assertThat(Players.of("mau", tracks, Listening.in("vi", false))
                        .orElseThrow()
                        .captionStandsIn())
                .isFalse();
    }

    @Test
    void a_dub_shows_its_film_only_while_that_is_approved() {
        var film = new MediaAsset(MediaKind.VIDEO, "master", blob(1), NOW) {
            @Override
            public Long id() {
                return 7L;
            }
        };
        film.put(rendition("V1", "video/mp4", 800));
        var picture = product.addTrack(TrackKind.VIDEO, "vi", TrackRole.ORIGINAL, null, film, null);
        var sound = new MediaAsset(MediaKind.AUDIO, "master", blob(1), NOW);
        sound.dubs(7);
        sound.fitted(null);
        sound.put(rendition("A0", "audio/mp4", 100));
        sound.put(rendition("V1", "video/mp4", 700));
        var dub = product.addTrack(TrackKind.AUDIO, "tyz", TrackRole.DUB, null, sound, null);
        dub.approve(Actor.SAMPLE, NOW);
        tracks.add(dub);

        assertThat(profile(Listening.in("tyz", false))).isEqualTo("A0");
        picture.approve(Actor.SAMPLE, NOW);
        assertThat(profile(Listening.in("tyz", false))).isEqualTo("V1");
    }

    @Test
    void of_two_films_the_newest_is_seen_and_streamed_as_dubs_are_made_for_it() {
        film();
        film();
        var newest = tracks.get(1);
        newest.asset().orElseThrow().put(rendition("A1", "audio/mp4", 150));
        for (var film : tracks) {
            var picture = rendition("hls-360", "video/mp4", 700);
            picture.segmented(new Segments("avc1.4d401e", 1, 1, null, null));
            film.asset().orElseThrow().put(picture);
        }

        var player = Players.of("con-bo", tracks, Listening.in("vi", false)).orElseThrow();
        var streaming = Streaming.of("con-bo", tracks, "vi").orElseThrow();

        assertThat(Films.of(product.tracks())).contains(newest);
        assertThat(player.sources()).extracting(Player.Source::profile).containsExactly("A0", "A1", "V0", "V1");
        assertThat(streaming.pictures())
                .singleElement()
                .satisfies(picture ->
                        assertThat(newest.asset().orElseThrow().renditions()).contains(picture));
    }

    @Test
    void of_two_sounds_in_one_language_the_newest_is_heard_saved_and_streamed() {
        track(TrackKind.AUDIO, "hmn", TrackRole.DUB, rendition("A0", "audio/mp4", 100), streamed("hls-audio-32"));
        track(TrackKind.AUDIO, "vi", TrackRole.ORIGINAL, rendition("A0", "audio/mp4", 100));
        track(TrackKind.AUDIO, "hmn", TrackRole.DUB, rendition("A0", "audio/mp4", 300), streamed("hls-audio-32"));
        track(TrackKind.AUDIO, "hmn", TrackRole.DUB, rendition("station", "audio/mpeg", 900));
        var newest = tracks.get(2);

        var player = Players.of("con-bo", tracks, Listening.in("hmn", false)).orElseThrow();
        var streaming = Streaming.of("con-bo", tracks, "hmn").orElseThrow();

        assertThat(player.source().bytes()).isEqualTo(300);
        assertThat(player.sources())
                .extracting(Player.Source::url)
                .containsExactlyInAnyOrderElementsOf(newest.files()
                        .filter(Players::isPlayed)
                        .map(file -> Players.address("con-bo", newest, file))
                        .toList());
        assertThat(streaming.voices().get("hmn"))
                .singleElement()
                .satisfies(voice ->
                        assertThat(newest.asset().orElseThrow().renditions()).contains(voice));
    }

    @Test
    void as_long_as_the_newest_sound_is_no_stream_yet_no_older_one_is_streamed() {
        track(TrackKind.AUDIO, "hmn", TrackRole.DUB, rendition("A0", "audio/mp4", 100), streamed("hls-audio-32"));
        track(TrackKind.AUDIO, "hmn", TrackRole.DUB, rendition("A0", "audio/mp4", 300));

        assertThat(Streaming.of("con-bo", tracks, "hmn")).isEmpty();
    }

    private Rendition streamed(String profile) {
        var sound = rendition(profile, "audio/mp4", 320);
        sound.segmented(new Segments("mp4a.40.2", 1, 1, null, null));
        return sound;
    }

    @Test
    void nothing_to_hear_is_no_player() {
        track(TrackKind.DOCUMENT, "vi", TrackRole.ORIGINAL, rendition("original", "application/pdf", 50));

        assertThat(Players.of("con-bo", tracks, Listening.in("vi", false))).isEmpty();
    }

    private String heard(Listening wanted) {
        return Players.of("con-bo", tracks, wanted).orElseThrow().language();
    }

    private String profile(Listening wanted) {
        return Players.of("con-bo", tracks, wanted).orElseThrow().source().profile();
    }

    private void skit(String language, TrackRole role) {
        track(
                TrackKind.AUDIO,
                language,
                role,
                rendition("A2", "audio/mpeg", 200),
                rendition("A0", "audio/mp4", 100),
                rendition("station", "audio/mpeg", 900));
    }

    private void film() {
        track(
                TrackKind.VIDEO,
                "vi",
                TrackRole.ORIGINAL,
                rendition("V1", "video/mp4", 800),
                rendition("V0", "video/mp4", 500),
                rendition("A0", "audio/mp4", 100),
                rendition("original", "video/mp4", 9000));
    }

    private void track(TrackKind kind, String language, TrackRole role, Rendition... renditions) {
        track(product, kind, language, role, renditions);
    }

    private void track(Product product, TrackKind kind, String language, TrackRole role, Rendition... renditions) {
        var asset = new MediaAsset(MediaKind.AUDIO, "master", blob(1), NOW);
        asset.measured(Duration.ofSeconds(72), null, null);
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
