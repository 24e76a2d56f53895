package vn.loa.media.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.media.uploads.UploadRefused.Reason;

class UploadRefusedTest {
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasWordsForPeople(Reason reason) {
        var explanation = new UploadRefused(reason, "why").explanation();

        assertThat(explanation.languages()).isEqualTo(Set.of("vi", "en"));
        assertThat(explanation.asMap().values()).noneMatch(text -> text.contains("{") || text.contains("''"));
    }

    @Test
    void howMuchMayComeIsTold() {
        var refused = UploadRefused.beyond(4L << 30, Reason.TOO_LARGE, "At most %,d bytes");

        assertThat(refused.getMessage()).isEqualTo("At most 4,294,967,296 bytes");
        assertThat(refused.explanation().in("vi")).contains("(tối đa 4.096 MB)");
        assertThat(new UploadRefused(Reason.TOO_LARGE, "More").explanation().in("vi"))
                .contains("lớn quá mức cho phép. ");
    }
}
