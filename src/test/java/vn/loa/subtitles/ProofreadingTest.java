package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Messages;
import vn.loa.subtitles.SubtitleWarning.Kind;
import vn.loa.subtitles.SubtitlesRefused.Reason;

class ProofreadingTest {
    private static final String FORTY_TWO = "Bà con nghe đài rồi kể lại cho nhau nghe..";

    @Test
    void good_subtitles_bring_no_warning() {
        assertThat(warnings(cue(0, 3_000, FORTY_TWO), cue(3_000, 10_000, "Hai\ndòng"), cue(10_080, 10_913, "Hết")))
                .isEmpty();
    }

    @Test
    void cues_at_the_same_time_are_named_with_each_other() {
        assertThat(warnings(cue(0, 5_000, "một"), cue(1_000, 2_000, "hai"), cue(4_000, 6_000, "ba")))
                .containsExactly(
                        new SubtitleWarning(Kind.OVERLAP, 2, 1_000, List.of(1, 1_000L)),
                        new SubtitleWarning(Kind.OVERLAP, 3, 4_000, List.of(1, 1_000L)));
    }

    @ParameterizedTest
    @CsvSource({"0,false", "1,true", "79,true", "80,false"})
    void a_gap_of_less_than_two_frames_flickers(long gap, boolean warned) {
        assertThat(warnings(cue(0, 1_000, "một"), cue(1_000 + gap, 2_000 + gap, "hai")))
                .extracting(SubtitleWarning::kind, SubtitleWarning::figures)
                .isEqualTo(warned ? List.of(tuple(Kind.SHORT_GAP, List.of(gap))) : List.of());
    }

    @Test
    void seventeen_characters_a_second_can_be_read_and_not_one_more() {
        assertThat(warnings(cue(0, 1_000, "a".repeat(17)))).isEmpty();
        assertThat(warnings(cue(0, 1_000, "a".repeat(10) + "\n" + "a".repeat(8))))
                .containsExactly(new SubtitleWarning(Kind.FAST, 1, 0, List.of(18d)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ệ", "\u1ec7\u0331", "e\u0323\u0302", "👩🏽‍🌾"})
    void what_people_see_as_one_character_counts_as_one_and_tags_count_nothing(String character) {
        assertThat(warnings(cue(0, 1_000, "<b><c.do>" + character.repeat(17) + "</c></b>")))
                .isEmpty();
        assertThat(warnings(cue(0, 1_000, character.repeat(18))))
                .containsExactly(new SubtitleWarning(Kind.FAST, 1, 0, List.of(18d)));
    }

    @Test
    void long_and_many_lines_are_counted() {
        assertThat(FORTY_TWO).hasSize(42);
        assertThat(warnings(cue(0, 7_000, "Ngắn\n" + Normalizer.normalize(FORTY_TWO, Normalizer.Form.NFD) + "!\nBa")))
                .containsExactly(
                        new SubtitleWarning(Kind.MANY_LINES, 1, 0, List.of(3)),
                        new SubtitleWarning(Kind.LONG_LINE, 1, 0, List.of(2, 43)));
    }

    @Test
    void what_is_shown_too_short_or_too_long_is_named() {
        assertThat(warnings(cue(0, 832, "một"), cue(1_000, 8_001, "hai")))
                .containsExactly(
                        new SubtitleWarning(Kind.TOO_SHORT, 1, 0, List.of(832L)),
                        new SubtitleWarning(Kind.TOO_LONG, 2, 1_000, List.of(7.001)));
    }

    @Test
    void what_outlives_the_film_is_named_when_its_length_is_known() {
        var cues = List.of(cue(0, 1_000, "một"), cue(1_000, 2_500, "hai"));
        assertThat(Proofreading.of(cues, null)).isEmpty();
        assertThat(Proofreading.of(cues, Duration.ofMillis(2_500))).isEmpty();
        assertThat(Proofreading.of(cues, Duration.ofSeconds(2)))
                .containsExactly(new SubtitleWarning(Kind.PAST_END, 2, 1_000, List.of(500L)));
    }

    @Test
    void lost_letters_are_named() {
        assertThat(warnings(cue(0, 1_000, "ti\ufffdng")))
                .containsExactly(new SubtitleWarning(Kind.LOST_LETTERS, 1, 0, List.of()));
    }

    @ParameterizedTest
    @EnumSource
    void every_warning_is_said_in_both_languages_with_all_its_figures(Kind kind) {
        var warning = new SubtitleWarning(kind, 12, 72_000, List.of(3, 4));
        for (var language : List.of("vi", "en")) {
            assertThat(warning.text(Messages.in(language))).doesNotContain("{").doesNotContain("}");
        }
    }

    @Test
    void a_warning_leads_to_its_place() {
        var fast = new SubtitleWarning(Kind.FAST, 12, 72_000, List.of(18.04));
        assertThat(fast.text(Messages.in("vi"))).startsWith("Câu 12 (1:12): phải đọc 18,0 ký tự mỗi giây");
        var late = SubtitleWarning.line(Kind.TOO_LATE, 1_234);
        assertThat(late.text(Messages.in("en"))).startsWith("Line 1,234: ");
    }

    @ParameterizedTest
    @EnumSource
    void every_refusal_is_said_in_both_languages(Reason reason) {
        for (var language : List.of("vi", "en")) {
            assertThat(reason.text(Messages.in(language), 7))
                    .doesNotContain("{")
                    .doesNotContain("}");
        }
    }

    @Test
    void a_refusal_says_what_to_do() {
        var vietnamese = Messages.in("vi");
        assertThat(Reason.UNKNOWN_ENCODING.text(vietnamese, 0)).contains("UTF-8");
        assertThat(Reason.TOO_LARGE.text(vietnamese, 0)).contains("4 MB");
        assertThat(Reason.NO_CUE.text(vietnamese, 0)).doesNotContain("dòng");
        assertThat(Reason.NO_CUE.text(vietnamese, 3)).contains("từ dòng 3");
    }

    private static List<SubtitleWarning> warnings(TimedText... cues) {
        return Proofreading.of(Arrays.asList(cues), null);
    }

    private static TimedText cue(long start, long end, String text) {
        return new TimedText(start, end, "", CueText.parse(text));
    }
}
