package vn.loa.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.media.MediaRefused.Reason;

class MediaRefusedTest {
    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void whoSendsWhatIsNotTakenLearnsWhatIsInBothLanguages(MediaKind wanted) {
        var refused = new MediaRefused(Reason.UNKNOWN_TYPE, "o.wmv is nothing").wanted(wanted);

        assertThat(refused.getMessage()).startsWith("o.wmv is nothing. ").contains(" taken as ");
        assertThat(refused.explanation().languages()).isEqualTo(Set.of("vi", "en"));
        assertThat(refused.explanation().in("vi")).contains("hệ thống nhận", "nhận các loại", "rồi gửi");
    }

    @ParameterizedTest
    @EnumSource(MediaKind.class)
    void aFileOfAnotherKindIsCalledByItsKind(MediaKind kind) {
        var refused = MediaRefused.otherKind("a", kind, MediaKind.VIDEO);

        assertThat(refused.code()).isEqualTo("other-kind");
        assertThat(refused.explanation().in("vi")).startsWith("Đây là tệp ").contains("MP4");
    }

    @Test
    void subtitlesAreToldHowTheyAreSent() {
        var refused = MediaRefused.otherKind("a.srt", MediaKind.TEXT, MediaKind.VIDEO);

        assertThat(refused.getMessage()).isEqualTo("a.srt is of the kind subtitle, and this track needs video");
        assertThat(refused.explanation().in("vi")).contains("chọn loại “Phụ đề”");
    }

    @Test
    void aFilmThatIsSentAsSubtitlesIsCalledAFilmWithWhatToChoose() {
        var refused = MediaRefused.otherKind("a.mp4", MediaKind.VIDEO, MediaKind.TEXT);

        assertThat(refused.getMessage()).isEqualTo("a.mp4 is of the kind video, and this track needs subtitle");
        assertThat(refused.explanation().in("vi")).contains("Đây là tệp phim", "chọn loại “Phim”", "SRT");
    }

    @Test
    void whereNothingWasSentNothingElseIsAskedFor() {
        var refused = new MediaRefused(Reason.EMPTY, "a is empty").wanted(MediaKind.VIDEO);

        assertThat(refused.explanation().in("vi")).isEqualTo("Tệp rỗng, không có gì bên trong.");
    }
}
