package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;

class DubTest extends UsesFfmpeg {
    private static final String MUSIC = "aevalsrc='0.3*random(0)*gt(sin(0.4*t*t)+sin(0.013*t*t*t)\\,0.2)':d=20";
    private static final String DRUM = "aevalsrc='0.3*random(0)*lt(mod(t*1.7\\,1)\\,0.6)':d=20";

    @Test
    void aDubHasTheAudioGroupsOfItsFilmFilledToItsLength() throws Exception {
        var film = film(MUSIC);
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i anoisesrc=d=17:c=pink:a=0.1:seed=7");

        var result = dub(film, dub);

        assertThat(result.files())
                .extracting(EncodedFile::profile)
                .containsExactlyInAnyOrder("V0", "V1", "hls-audio-32", "hls-audio-64");
        assertThat(file(result.files(), "hls-audio-32").measurement().duration())
                .isCloseTo(Duration.ofSeconds(20), FRAMES);
        assertThat(result.report().difference()).isCloseTo(Duration.ofSeconds(-3), FRAMES);
        assertThat(DubReport.isNoticeable(result.report().difference())).isTrue();
        assertThat(result.report().offset()).isEmpty();
    }

    @Test
    void aDubOverTheSameMusicTellsByHowMuchItIsShifted() throws Exception {
        var film = film(MUSIC);
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i " + MUSIC + ",adelay=1200:all=1");

        var offset = dub(film, dub).report().offset();

        assertThat(offset)
                .hasValueSatisfying(
                        found -> assertThat(found).isCloseTo(Duration.ofMillis(1200), Duration.ofMillis(60)));
    }

    @Test
    void musicThatRepeatsItselfDoesNotTellByHowMuchItIsShifted() throws Exception {
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i " + DRUM + ",adelay=1200:all=1");

        assertThat(dub(film(DRUM), dub).report().offset()).isEmpty();
    }

    @Test
    void theFilesOfTheFilmKeepTheirPicturesAndGetTheNewSound() throws Exception {
        var film = film(MUSIC);
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i sine=f=880:d=20");

        var files = dub(film, dub).files();

        for (var profile : film.files().entrySet()) {
            var file = file(files, profile.getKey());
            assertThat(pictures(file.path())).isEqualTo(pictures(profile.getValue()));
            assertThat(file.measurement().duration()).isCloseTo(Duration.ofSeconds(20), FRAMES);
            assertThat(file.contentType()).isEqualTo("video/mp4");
            // Only the dub is nothing but a tone of 880 Hz.
            assertThat(trebleOf(file.path())).isLessThan(-45);
            assertThat(trebleOf(profile.getValue())).isGreaterThan(-40);
        }
    }

    private double trebleOf(Path file) throws Exception {
        var said = run("-i " + file + " -vn -af highpass=f=4000:p=2,highpass=f=4000:p=2,volumedetect -f null -");
        var mean = Pattern.compile("mean_volume: (-?[0-9.]+) dB").matcher(said);
        assertThat(mean.find()).as(said).isTrue();
        return Double.parseDouble(mean.group(1));
    }

    /** What the pictures of a film hash to, as they are coded. */
    private String pictures(Path film) throws Exception {
        var hash = folder.resolve("hash.txt");
        run("-i " + film + " -map 0:v -c copy -f hash -hash md5", hash.toString());
        return Files.readString(hash);
    }

    private DubbedFilm film(String sound) throws Exception {
        var source = made(
                FileFormat.MP4,
                "film.mp4",
                "-f lavfi -i testsrc2=d=20:s=160x90:r=10 -f lavfi -i " + sound
                        + " -c:v libx264 -preset ultrafast -c:a aac");
        var probe = done(probed(source));
        var encoder = new Encoder(ffmpeg(), PROFILES);
        var files = new LinkedHashMap<String, Path>();
        for (var file : done(encoder.small(source, probe, empty("small"), Progress.UNWATCHED))) {
            files.put(file.profile(), file.path());
        }
        for (var file : done(encoder.full(source, probe, empty("full"), Progress.UNWATCHED))) {
            files.put(file.profile(), file.path());
        }
        files.keySet().retainAll(List.of("V0", "V1"));
        return new DubbedFilm(probe.duration(), files);
    }

    private Dub dub(DubbedFilm film, Source dub) throws Exception {
        return done(
                new Encoder(ffmpeg(), PROFILES).dub(dub, done(probed(dub)), film, empty("out"), Progress.UNWATCHED));
    }
}
