package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;

class DubTest extends UsesFfmpeg {
    private static final String MUSIC = "aevalsrc='0.3*random(0)*(0.2+abs(sin(t*t/5)))*lt(mod(t*1.7\\,1)\\,0.6)':d=20";

    @Test
    void aDubHasTheAudioGroupsOfItsFilmFilledToItsLength() throws Exception {
        var film = film();
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i anoisesrc=d=17:c=pink:a=0.1:seed=7");

        var result = dub(film, dub);

        assertThat(result.files())
                .extracting(EncodedFile::profile)
                .contains("station", "hls-audio-32", "hls-audio-64", "waveform");
        assertThat(file(result.files(), "hls-audio-32").measurement().duration())
                .isCloseTo(Duration.ofSeconds(20), FRAMES);
        assertThat(result.report().difference()).isCloseTo(Duration.ofSeconds(-3), FRAMES);
        assertThat(result.report().isMismatch()).isTrue();
        assertThat(result.report().offset()).isEmpty();
    }

    @Test
    void aDubOverTheSameMusicTellsByHowMuchItIsShifted() throws Exception {
        var film = film();
        var dub = made(FileFormat.WAVE, "dub.wav", "-f lavfi -i " + MUSIC + ",adelay=1200:all=1");

        var offset = dub(film, dub).report().offset();

        assertThat(offset)
                .hasValueSatisfying(
                        found -> assertThat(found).isCloseTo(Duration.ofMillis(1200), Duration.ofMillis(60)));
    }

    private Source film() throws Exception {
        return made(
                FileFormat.MP4,
                "film.mp4",
                "-f lavfi -i testsrc2=d=20:s=160x90:r=10 -f lavfi -i " + MUSIC
                        + " -c:v libx264 -preset ultrafast -c:a aac");
    }

    private Dub dub(Source film, Source dub) throws Exception {
        return done(new Encoder(ffmpeg(), PROFILES)
                .dub(dub, done(probed(dub)), film, done(probed(film)), empty("out"), Progress.UNWATCHED));
    }
}
