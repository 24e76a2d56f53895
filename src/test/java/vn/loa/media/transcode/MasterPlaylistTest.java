package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.MasterPlaylist.Audio;
import vn.loa.media.transcode.MasterPlaylist.Subtitles;
import vn.loa.media.transcode.MasterPlaylist.Video;

class MasterPlaylistTest extends UsesFfmpeg {
    private static final MediaPlaylist LOW = picture("avc1.4d400d", 200_000, 150_000);
    private static final MediaPlaylist HIGH = picture("avc1.64001f", 2_000_000, 900_000);
    private static final MediaPlaylist SOUND = sound(40_000, 33_000);
    private static final MediaPlaylist LOUDER = sound(44_000, 35_000);

    @Test
    void everyLanguageIsAnAlternativeOfItsGroupAndTheFilmsCountTheDearest() {
        var master = new MasterPlaylist(
                List.of(
                        new Video("720.m3u8", HIGH, 1280, 720, Optional.of("audio-32")),
                        new Video("240.m3u8", LOW, 426, 240, Optional.of("audio-32"))),
                List.of(
                        new Audio("audio-32", "vi.m3u8", SOUND, "vi", "Tiếng Việt"),
                        new Audio("audio-32", "tyz.m3u8", LOUDER, "tyz", "Tiếng \"Tày\"")),
                List.of(new Subtitles("vi-sub.m3u8", "vi", "Tiếng Việt")),
                "tyz");

        assertThat(master.text()).isEqualTo("""
                        #EXTM3U
                        #EXT-X-VERSION:7
                        #EXT-X-INDEPENDENT-SEGMENTS
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio-32",LANGUAGE="vi",NAME="Tiếng Việt",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="1",URI="vi.m3u8"
                        #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="audio-32",LANGUAGE="tyz",NAME="Tiếng ’Tày’",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="1",URI="tyz.m3u8"
                        #EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="subtitles",LANGUAGE="vi",NAME="Tiếng Việt",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO,URI="vi-sub.m3u8"
                        #EXT-X-STREAM-INF:BANDWIDTH=244000,AVERAGE-BANDWIDTH=185000,CODECS="avc1.4d400d,mp4a.40.2",RESOLUTION=426x240,FRAME-RATE=25.000,AUDIO="audio-32",SUBTITLES="subtitles"
                        240.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=2044000,AVERAGE-BANDWIDTH=935000,CODECS="avc1.64001f,mp4a.40.2",RESOLUTION=1280x720,FRAME-RATE=25.000,AUDIO="audio-32",SUBTITLES="subtitles"
                        720.m3u8
                        #EXT-X-STREAM-INF:BANDWIDTH=44000,AVERAGE-BANDWIDTH=35000,CODECS="mp4a.40.2",AUDIO="audio-32",SUBTITLES="subtitles"
                        tyz.m3u8
                        """);
    }

    @Test
    void aSilentFilmNamesNoSound() {
        var master = new MasterPlaylist(
                List.of(new Video("240.m3u8", LOW, 426, 240, Optional.empty())), List.of(), List.of(), "vi");

        assertThat(master.text())
                .doesNotContain("AUDIO=")
                .contains("BANDWIDTH=200000,AVERAGE-BANDWIDTH=150000,CODECS=\"avc1.4d400d\"");
    }

    @Test
    void whatWasEncodedPlaysThroughItsMaster() throws Exception {
        var source = made(
                FileFormat.MP4,
                "film.mp4",
                "-f lavfi -i testsrc2=d=9:s=640x360:r=25 -f lavfi -i anoisesrc=d=9:c=pink:a=0.1 -c:a aac -c:v libx264 -preset ultrafast");
        var out = empty("out");
        var files = done(new Encoder(ffmpeg(), PROFILES).full(source, done(probed(source)), out, Progress.UNWATCHED));
        for (var file : files) {
            if (file.segments().isPresent()) {
                var address = file.path().getFileName().toString();
                Files.writeString(
                        out.resolve(file.profile() + ".m3u8"),
                        file.segments().get().at(address));
            }
        }
        var videos = files.stream()
                .filter(file -> file.profile().matches("hls-\\d+"))
                .map(file -> new Video(
                        file.profile() + ".m3u8",
                        file.segments().orElseThrow(),
                        java.util.Objects.requireNonNull(file.measurement().width()),
                        java.util.Objects.requireNonNull(file.measurement().height()),
                        Optional.of("audio-32")))
                .toList();
        var audio = new Audio(
                "audio-32",
                "hls-audio-32.m3u8",
                file(files, "hls-audio-32").segments().orElseThrow(),
                "vi",
                "Tiếng Việt");
        var master = out.resolve("master.m3u8");
        Files.writeString(master, new MasterPlaylist(videos, List.of(audio), List.of(), "vi").text());

        var said = run(
                "-v info -allowed_extensions ALL -i",
                master.toString(),
                "-map",
                "0:v",
                "-map",
                "0:a",
                "-f",
                "null",
                "-");

        assertThat(videos).hasSize(2);
        assertThat(said)
                .contains("426x240")
                .contains("640x360")
                .contains("aac (LC)")
                .contains("time=00:00:09");
        for (var video : videos) {
            var text = video.playlist().text();
            assertThat(text).contains("#EXTINF:4.000000").doesNotContain("hls-");
            assertThat(text.lines().filter(line -> line.startsWith("#EXTINF"))).hasSize(3);
            assertThat(video.playlist().codecs()).matches("avc1\\.[0-9a-f]{6}");
            assertThat(video.playlist().peakBandwidth())
                    .isGreaterThanOrEqualTo(video.playlist().averageBandwidth());
        }
    }

    private static MediaPlaylist picture(String codecs, int peak, int average) {
        return new MediaPlaylist("", codecs, peak, average, Optional.of(25.0), Optional.empty());
    }

    private static MediaPlaylist sound(int peak, int average) {
        return new MediaPlaylist("", "mp4a.40.2", peak, average, Optional.empty(), Optional.of(1));
    }
}
