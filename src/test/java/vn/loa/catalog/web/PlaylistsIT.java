package vn.loa.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.loa.testing.Drafts;
import vn.loa.testing.Machine;
import vn.loa.testing.Portal;
import vn.loa.testing.Until;
import vn.loa.testing.UploadedFilm;
import vn.loa.testing.UsesPortal;

/** HLS as players see it, of a film that the portal has encoded. */
@UsesPortal
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlaylistsIT {
    private static final Pattern URI = Pattern.compile("URI=\"([^\"]+)\"");

    @TempDir
    private static Path folder;

    private static UploadedFilm film;

    private final Portal portal;
    private final String master;

    PlaylistsIT(Portal portal) {
        this.portal = portal;
        this.master = "/media/" + film.slug() + "/hls/vi/master.m3u8";
    }

    @BeforeAll
    static void publish(Portal portal) throws Exception {
        film = UploadedFilm.in(portal, folder);
    }

    @AfterAll
    static void withdraw() {
        // There is none when it could not be made.
        if (film != null) {
            film.close();
        }
    }

    @Test
    void the_master_names_every_size_every_voice_and_the_subtitles() {
        var answer = portal.get(master);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.apple.mpegurl");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("public, max-age=10");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        var text = answer.body();
        assertThat(text)
                .startsWith("#EXTM3U\n")
                .contains("RESOLUTION=426x240", "RESOLUTION=640x360", "avc1.", "mp4a.40.2");
        for (var group : List.of("audio-32", "audio-64")) {
            for (var language : List.of("vi", "hmn-Latn-VN", "tyz")) {
                assertThat(text.lines())
                        .anyMatch(
                                line -> line.contains("TYPE=AUDIO,GROUP-ID=\"" + group + "\",LANGUAGE=\"" + language));
            }
        }
        assertThat(text.lines().filter(line -> line.contains("TYPE=AUDIO") && line.contains("DEFAULT=YES")))
                .hasSize(2)
                .allMatch(line -> line.contains("LANGUAGE=\"vi"));
        assertThat(text).contains("TYPE=SUBTITLES");
    }

    @Test
    void whoPublishesAFilmIsToldInWhichLanguagesItIsHeardAndCannotBeRead() {
        for (var answer : List.of(film.published(), film.product())) {
            var warnings = Drafts.object(answer).getJsonArray("warnings").getValuesAs(JsonObject.class);

            assertThat(warnings)
                    .extracting(warning -> warning.getString("code"))
                    .containsExactly("no-captions", "no-captions");
            assertThat(warnings)
                    .extracting(warning -> warning.getJsonObject("explanation").getString("vi"))
                    .anyMatch(text -> text.contains("chưa có phụ đề tiếng Mông"))
                    .anyMatch(text -> text.contains("chưa có phụ đề tiếng Tày"));
            assertThat(warnings)
                    .extracting(warning -> warning.getJsonObject("explanation").getString("en"))
                    .allMatch(text -> text.startsWith("The film is spoken in "));
        }
        assertThat(portal.get("/api/v1/products/" + film.slug()).body()).doesNotContain("no-captions");
    }

    @Test
    void another_language_begins_with_its_own_voice() {
        var text = portal.get(master.replace("/vi/", "/tyz/")).body();

        assertThat(text.lines().filter(line -> line.contains("TYPE=AUDIO") && line.contains("DEFAULT=YES")))
                .hasSize(2)
                .allMatch(line -> line.contains("LANGUAGE=\"tyz"));
    }

    @Test
    void another_player_finds_and_decodes_everything() throws Exception {
        var address = portal.uri(master);

        var streams = UploadedFilm.run(
                "ffprobe -v error -show_entries stream=codec_type,codec_name,height -of csv=p=0 " + address);
        assertThat(streams).contains("h264,video,240", "h264,video,360", "aac,audio");
        assertThat(UploadedFilm.run("ffmpeg -nostdin -v error -i " + address + " -map 0:v -map 0:a -f null -"))
                .isEmpty();
    }

    @Test
    void mpv_plays_the_stream_with_picture_and_sound_in_each_language() throws Exception {
        assumeTrue(Machine.hasProgram("mpv", "playing a stream with mpv is not tested"));

        // Its demuxer, that of ffmpeg, reads no subtitles of a stream.
        var said = UploadedFilm.run("mpv --no-config --vo=null --ao=null --untimed --length=6 " + portal.uri(master));

        assertThat(said)
                .contains("VO: [null]", "AO: [null]", "h264", "--alang=vi", "--alang=tyz", "--alang=hmn")
                .doesNotContainIgnoringCase("failed");
    }

    @Test
    void a_dubbed_film_can_be_watched_without_hls_too() throws Exception {
        var page = portal.get("/san-pham/" + film.slug() + "?tieng=tyz").body();
        var address = Pattern.compile("/media/[^\"]+-tyz-v1\\.mp4").matcher(page);
        assertThat(address.find()).as(page).isTrue();

        var streams = UploadedFilm.run("ffprobe -v error -show_entries stream=codec_type:format=duration -of csv=p=0 "
                + portal.uri(address.group()));

        assertThat(streams.lines()).contains("video", "audio");
        assertThat(portal.get("/api/v1/products/" + film.slug()).body())
                .contains("-tyz-v0.mp4", "-tyz-v1.mp4", "-hmn-v0.mp4", "-hmn-v1.mp4");
    }

    @Test
    void subtitles_are_a_playlist_of_one_piece() {
        var line = portal.get(master)
                .body()
                .lines()
                .filter(l -> l.contains("TYPE=SUBTITLES"))
                .findFirst();
        var uri = URI.matcher(line.orElseThrow());
        assertThat(uri.find()).isTrue();
        var playlist = portal.get(uri.group(1));

        assertThat(playlist.headers().firstValue("Cache-Control")).contains("public, max-age=31536000, immutable");
        var file = playlist.body().lines().filter(l -> l.startsWith("/media/")).findFirst();
        assertThat(portal.get(file.orElseThrow()).body()).startsWith("WEBVTT").contains("Bà con chú ý");
    }

    @Test
    void what_is_not_there_is_404() {
        assertThat(portal.get(master.replace("/vi/", "/km/")).statusCode()).isEqualTo(404);
        assertThat(portal.get("/media/khong-co/hls/vi/master.m3u8").statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/media/" + film.slug() + "/hls/0123456789abcdef.m3u8")
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.get("/media/" + film.slug() + "/hls/master.m3u8").statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_api_names_the_playlist_of_each_language() {
        var product = portal.get("/api/v1/products/" + film.slug()).body();

        assertThat(product)
                .contains("\"type\":\"application/vnd.apple.mpegurl\"", "\"url\":\"" + master + "\"")
                .contains("\"url\":\"" + master.replace("/vi/", "/tyz/") + "\"");
        assertThat(portal.get(master).headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/vnd.apple.mpegurl"));
    }

    @Test
    void pieces_for_playlists_are_not_offered_as_files() {
        var page = portal.get("/san-pham/" + film.slug()).body();

        assertThat(page).contains("-v1.mp4").doesNotContain("-hls-360.mp4", "-hls-audio-64.m4a", "waveform");
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void a_dub_is_only_heard_when_its_film_has_been_sent_back() {
        var api = "/api/v1/products/" + film.slug();
        var file = Pattern.compile("/media/[^\"]+-tyz-v1\\.mp4")
                .matcher(portal.get(api).body());
        assertThat(file.find()).isTrue();
        assertThat(portal.get(file.group()).statusCode()).isEqualTo(200);

        film.rejectPicture();

        Until.holds(() -> portal.get(file.group()).statusCode() == 404);
        Until.holds(() -> !portal.get(api).body().contains("-tyz-v1.mp4"));
        assertThat(portal.get(api).body()).contains("-tyz-a0.m4a");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void withdrawn_is_gone_within_moments() {
        // In this language also without the picture, which another test has had sent back.
        var heard = master.replace("/vi/", "/tyz/");
        var playlist = portal.get(heard)
                .body()
                .lines()
                .filter(l -> l.startsWith("/media/"))
                .findFirst();
        film.withdraw();

        Until.holds(() -> portal.get(heard).statusCode() == 404);
        Until.holds(() -> portal.get(playlist.orElseThrow()).statusCode() == 404);
    }
}
