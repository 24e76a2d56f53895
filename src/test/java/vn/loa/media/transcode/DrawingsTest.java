package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.media.transcode.PictureProfiles.Storyboard;
import vn.loa.media.transcode.VideoStream.Transfer;

/** What is drawn or computed here without ffmpeg. */
class DrawingsTest {
    @Test
    void aWaveformHoldsTheExtremesOfEachStretchScaledToTheLoudest() {
        var waveform = new Waveform(Duration.ofMillis(1), 4);
        var samples = new Samples(waveform::take);

        // 100, -200 | 50, 0 | 0, 0 | 0, 25; cut in the middle of a sample
        samples.take(new byte[] {100, 0, 56}, 3);
        samples.take(new byte[] {-1, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 0}, 13);

        assertThat(waveform.json()).isEqualTo("""
                        {"version":2,"channels":1,"sample_rate":8000,"samples_per_pixel":2,"bits":8,"length":4,"data":[-127,64,0,32,0,0,0,16]}""");
    }

    @Test
    void aStoryboardSaysWhichPartOfTheSheetShowsWhichTime() {
        var sheet =
                StoryboardSheet.of(new Storyboard(160, 2, 100, 2, 8), new Size(1280, 720), Duration.ofMillis(5_500));

        assertThat(sheet.webVtt()).isEqualTo("""
                        WEBVTT

                        00:00:00.000 --> 00:00:02.000
                        {address}#xywh=0,0,160,90

                        00:00:02.000 --> 00:00:04.000
                        {address}#xywh=160,0,160,90

                        00:00:04.000 --> 00:00:05.500
                        {address}#xywh=0,90,160,90
                        """);
    }

    @Test
    void aLongFilmHasNoMorePicturesOnItsSheetThanFit() {
        var sheet = StoryboardSheet.of(new Storyboard(160, 10, 100, 2, 8), new Size(640, 360), Duration.ofHours(2));

        assertThat(sheet.count()).isLessThanOrEqualTo(100).isGreaterThan(95);
        assertThat(sheet.rows()).isLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @EnumSource(value = Transfer.class, names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
    void theToneCurveRisesFromBlackToWhiteAndKeepsGreyGrey(Transfer transfer) {
        var last = -1.0;
        for (var i = 0; i <= 100; i++) {
            var shown = ToneCurve.shown(transfer, i / 100.0, i / 100.0, i / 100.0);
            assertThat(shown[0]).isGreaterThanOrEqualTo(last).isBetween(0.0, 1.0);
            assertThat(shown[1]).isCloseTo(shown[0], within(0.01));
            assertThat(shown[2]).isCloseTo(shown[0], within(0.01));
            last = shown[0];
        }
        assertThat(last).isCloseTo(1, within(0.01));
    }
}
