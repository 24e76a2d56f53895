package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void a_text_falls_back_to_vietnamese_when_the_language_is_missing() {
        var title = Texts.of(Map.of("vi", "Nước sạch", "en", "Clean water"));

        assertThat(title.in("en")).isEqualTo("Clean water");
        assertThat(title.in("hmn")).isEqualTo("Nước sạch");
        assertThat(title.languageFor("hmn")).isEqualTo("vi");
    }

    @Test
    void without_vietnamese_the_first_language_speaks() {
        assertThat(Texts.of("en", "Only English").in("tyz")).isEqualTo("Only English");
    }

    @Test
    void no_text_at_all_reads_as_an_empty_one() {
        assertThat(Texts.none().in("vi")).isEmpty();
        assertThat(Texts.none().languageFor("vi")).isEmpty();
    }

    @Test
    void decomposed_letters_are_composed_and_blanks_left_out() {
        var texts = Texts.of(Map.of("vi", "  Nghe\u0300o ", "en", "   "));

        assertThat(texts.in("vi")).isEqualTo("Nghèo");
        assertThat(texts.languages()).containsExactly("vi");
    }

    @Test
    void what_is_written_as_json_reads_back_equal() {
        var texts = Texts.of(Map.of("vi", "Ông nói: \"Được!\"\nRồi đi", "en", "<b>&\\</b>"));

        assertThat(Texts.parse(texts.toJson())).isEqualTo(texts);
    }

    @Test
    void names_are_the_same_wherever_their_tones_stand_and_others_with_other_tones() {
        assertThat(Texts.words("ỦY BAN – Hoà  An,")).isEqualTo(Texts.words("uỷ ban hòa an"));
        assertThat(Texts.words("Hạ Lang")).isNotEqualTo(Texts.words("Hà Lang"));
        assertThat(Texts.words("Đà Bắc")).isNotEqualTo(Texts.words("Da Bac"));
        assertThat(Texts.words("Sân bay")).isNotEqualTo(Texts.words("Săn bay"));
    }
}
