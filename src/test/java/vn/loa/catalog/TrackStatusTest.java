package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.catalog.TrackStatus.Fit;
import vn.loa.catalog.TrackStatus.Missing;
import vn.loa.media.processing.JobState;
import vn.loa.media.processing.Remainder;
import vn.loa.media.processing.Step;
import vn.loa.media.transcode.DubReport;

class TrackStatusTest {
    @ParameterizedTest
    @CsvSource({
        "AUDIO, SMALL",
        "AUDIO, FULL",
        "AUDIO, DUB",
        "DESCRIPTION, SMALL",
        "DESCRIPTION, FULL",
        "VIDEO, SMALL",
        "VIDEO, FULL",
        "IMAGE, SMALL"
    })
    void whatIsMissingHasWordsForEveryKindThatIsEncoded(TrackKind kind, Step step) {
        var missing = Missing.of(kind, new Remainder(step, JobState.DEAD, 0, "crashed"));

        assertThat(missing.files().asMap().keySet()).isEqualTo(Set.of("vi", "en"));
        assertThat(missing.files().asMap().values())
                .allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void whatIsTriedAgainIsNotSaidToHaveFailedManyTimes() {
        var waits = Missing.of(TrackKind.VIDEO, new Remainder(Step.FULL, JobState.WAITING, 10, "crashed"));
        var dead = Missing.of(TrackKind.VIDEO, new Remainder(Step.FULL, JobState.DEAD, 10, "crashed"));
        var strange = Missing.of(TrackKind.VIDEO, new Remainder(Step.FULL, JobState.WAITING, 10, "never-heard-of"));

        assertThat(String.valueOf(waits.explanation()))
                .contains("sẽ tự thử lại", "tried again by itself")
                .doesNotContain("nhiều lần", "every time");
        assertThat(String.valueOf(dead.explanation())).contains("nhiều lần", "every time");
        assertThat(String.valueOf(strange.explanation())).contains("sẽ tự thử lại");
    }

    @Test
    void anOffsetThatCouldNotBeMeasuredIsToldApartFromOneThatIsNotMeasuredYet() {
        var report = new DubReport(Duration.ofSeconds(3), Duration.ofMillis(1_500), Optional.empty());

        var pending = Fit.of(report, false, false);
        var fitted = Fit.of(report, true, false);

        assertThat(pending.offset()).isEqualTo("pending");
        assertThat(pending.explanation()).isNull();
        assertThat(fitted.offset()).isEqualTo("unmeasurable");
        assertThat(fitted.laterSeconds()).isNull();
        assertThat(fitted.explanation()).isNotNull();
        assertThat(String.valueOf(fitted.explanation())).contains("Không đo được", "could not be measured");
    }

    @Test
    void anOffsetThatWasMeasuredNeedsNoWords() {
        var length = Duration.ofSeconds(3);

        var fit = Fit.of(new DubReport(length, length, Optional.of(Duration.ofMillis(1_500))), true, false);

        assertThat(fit.offset()).isEqualTo("measured");
        assertThat(fit.laterSeconds()).isEqualTo(1.5);
        assertThat(fit.explanation()).isNull();
    }

    @Test
    void aFilmWithoutSoundIsNotSaidToHaveMusic() {
        var report = new DubReport(Duration.ofSeconds(3), Duration.ofMillis(1_500), Optional.empty());

        var fit = Fit.of(report, true, true);

        assertThat(fit.offset()).isEqualTo("silent");
        assertThat(fit.laterSeconds()).isNull();
        assertThat(String.valueOf(fit.explanation()))
                .contains("không có tiếng gốc", "no sound of its own")
                .doesNotContain("music");
        assertThat(Fit.of(report, false, true).offset()).isEqualTo("pending");
    }
}
