package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.common.Messages;
import vn.loa.subtitles.SubtitleWarning.Kind;

class SubtitleTrackTest {
    @Test
    void whatIsKeptOfAWarningSaysTheSame() {
        var text = new TimedText(61_000, 62_000, "", CueText.plain("Bà con"));
        var noticed = List.of(
                SubtitleWarning.line(Kind.ENDS_BEFORE_START, 7),
                SubtitleWarning.cue(Kind.OVERLAP, 2, text, 1, 1_500L),
                SubtitleWarning.cue(Kind.FAST, 3, text, 17.5),
                SubtitleWarning.whole(Kind.MORE, 50));

        var kept = new SubtitleTrack("vi", List.of(new Cue(text)), noticed).warnings();

        for (var language : List.of("vi", "en")) {
            var messages = Messages.in(language);
            assertThat(kept.stream().map(warning -> warning.text(messages)))
                    .containsExactlyElementsOf(noticed.stream()
                            .map(warning -> warning.text(messages))
                            .toList());
        }
        assertThat(kept)
                .extracting(SubtitleWarning::kind)
                .containsExactly(Kind.ENDS_BEFORE_START, Kind.OVERLAP, Kind.FAST, Kind.MORE);
    }
}
