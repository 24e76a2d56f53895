package vn.loa.subtitles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void a_paragraph_goes_on_until_another_speaks_or_nobody_does() {
        var paragraphs = paragraphs(
                cue(1_500, 3_000, "<v Bà Mai>Nghe\nrõ"),
                cue(5_000, 6_000, "<v Bà Mai>chưa?"),
                cue(6_000, 9_000, "<v Ông Páo>Rõ."),
                cue(11_001, 12_000, "<v Ông Páo>Rồi."),
                cue(12_000, 13_000, "(nhạc)"));
        assertThat(paragraphs)
                .extracting(Paragraph::second, Paragraph::speaker, Paragraph::text)
                .containsExactly(
                        tuple(1L, "Bà Mai", "Nghe rõ chưa?"),
                        tuple(6L, "Ông Páo", "Rõ."),
                        tuple(11L, "Ông Páo", "Rồi."),
                        tuple(12L, null, "(nhạc)"));
        assertThat(paragraphs.get(0).lines())
                .containsExactly(new Paragraph.Line(1_500, "Nghe rõ", null), new Paragraph.Line(5_000, "chưa?", null));
    }

    @Test
    void silence_begins_when_the_last_voice_ends() {
        assertThat(paragraphs(cue(0, 10_000, "dài"), cue(1_000, 2_000, "ngắn"), cue(11_000, 12_000, "sau")))
                .hasSize(1);
    }

    @Test
    void a_line_that_is_marked_to_be_in_another_language_says_so() {
        assertThat(paragraphs(
                        cue(0, 1_000, "<lang vi>Đây là\nbản mẫu.</lang>"),
                        cue(1_000, 2_000, "<v Cô Dín><lang vi>Bác ơi!</lang>"),
                        cue(2_000, 3_000, "chỉ <lang vi>một</lang> phần")))
                .flatExtracting(Paragraph::lines)
                .containsExactly(
                        new Paragraph.Line(0, "Đây là bản mẫu.", "vi"),
                        new Paragraph.Line(1_000, "Bác ơi!", "vi"),
                        new Paragraph.Line(2_000, "chỉ một phần", null));
    }

    @Test
    void without_cues_there_is_no_paragraph() {
        assertThat(paragraphs()).isEmpty();
    }

    private static List<Paragraph> paragraphs(TimedText... cues) {
        return Paragraph.of(Stream.of(cues).map(Cue::new).toList());
    }

    private static TimedText cue(long start, long end, String text) {
        return new TimedText(start, end, "", CueText.parse(text));
    }
}
