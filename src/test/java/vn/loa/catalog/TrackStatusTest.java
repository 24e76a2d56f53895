package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.catalog.TrackStatus.Missing;
import vn.loa.media.processing.JobState;
import vn.loa.media.processing.Remainder;
import vn.loa.media.processing.Step;

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
}
