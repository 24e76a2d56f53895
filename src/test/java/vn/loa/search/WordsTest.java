package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
    @Test
    void what_cannot_be_seen_within_a_word_parts_nothing() {
        assertThat(Words.of("v\u200Bay v\u00ADốn\uFEFF").map(Words::text)).hasValue("vay vốn");
    }

    @Test
    void a_question_of_which_only_the_beginning_is_read_is_too_long() {
        assertThat(Words.isTooLong("vay vốn ".repeat(14))).isFalse();
        assertThat(Words.isTooLong("vay vốn ".repeat(15))).isTrue();
        assertThat(Words.isTooLong("x".repeat(201))).isTrue();
        assertThat(Words.isTooLong(" \u200B vay  vốn ")).isFalse();
        assertThat(Words.isTooLong(null)).isFalse();
    }

    @Test
    void nothing_typed_is_nothing_to_look_for() {
        assertThat(Words.of(null)).isEmpty();
        assertThat(Words.of(" \t\u00A0\u200B\u0000 ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"?, false", "😀, false", "-- …, false", "a, true", "5, true", "?5, true", "đ, true", "ສະບາຍດີ, true"})
    void words_are_readable_when_they_have_a_letter_or_a_digit(String typed, boolean readable) {
        assertThat(Words.of(typed).orElseThrow().areReadable()).isEqualTo(readable);
    }

    @Test
    void decomposed_text_is_composed_and_stands_on_one_line() {
        var typed = Normalizer.normalize("  giảm\n nghèo\u00A0 ", Normalizer.Form.NFD);

        assertThat(Words.of(typed)).map(Words::text).hasValue("giảm nghèo");
    }

    @ParameterizedTest
    @CsvSource({
        "bò 🐄, bò",
        "🐄bò❤️ vàng, bò vàng",
        "1️⃣ vay vốn 👍🏽, 1 vay vốn",
        "🐄, 🐄",
        "159 / KH – UBND, 159 / KH – UBND"
    })
    void pictures_beside_words_are_left_out(String typed, String text) {
        assertThat(Words.of(typed).map(Words::text)).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{!func}1",
                "*a*",
                "title:bò",
                "a OR b",
                "[1 TO 2]",
                "\"a",
                "-a +b",
                "a~1",
                "a^9",
                "a\\",
                "/a/",
                "(((",
                "a&&b||!c"
            })
    void operators_lose_their_meaning(String typed) {
        assertThat(Words.of(typed).orElseThrow().literal())
                .doesNotContainPattern("(?<!\\\\)[^\\p{L}\\p{M}\\p{N} \\\\]")
                .doesNotContain("OR")
                .doesNotContain("TO");
    }

    @Test
    void what_is_too_long_is_cut() {
        var words = Words.of("ă ".repeat(5_000)).orElseThrow();

        assertThat(words.text().split(" ")).hasSize(28);
        assertThat(Words.of("ă".repeat(10_000)).orElseThrow().text()).hasSize(200);
    }

    @Test
    void a_slip_is_allowed_in_longer_words_only() {
        var words = Words.of("nghoe phm bò 2025-26 đúng").orElseThrow();

        assertThat(words.withSlipsIn(List.of("nghoe", "phm", "bò", "2025-26", "đúng")))
                .isEqualTo("nghoe~1 phm bò 2025\\-26 đúng~1");
    }

    @Test
    void words_are_a_persons_name_when_two_or_more_of_it_stand_in_its_order() {
        assertThat(Words.of("le hai hoa").orElseThrow().areNameOf("Lê Hải Hòa")).isTrue();
        assertThat(Words.of("Hải Hoà").orElseThrow().areNameOf("Lê Hải Hòa")).isTrue();
        assertThat(Words.of("Hòa").orElseThrow().areNameOf("Lê Hải Hòa")).isFalse();
        assertThat(Words.of("Hòa Lê").orElseThrow().areNameOf("Lê Hải Hòa")).isFalse();
        assertThat(Words.of("ông Lê Hải Hòa").orElseThrow().areNameOf("Lê Hải Hòa"))
                .isFalse();
    }

    @Test
    void three_letters_hold_no_slip_however_they_are_composed() {
        var words =
                Words.of(Normalizer.normalize("dân tộc", Normalizer.Form.NFD)).orElseThrow();

        assertThat(words.withSlipsIn(words.each())).isEqualTo("dân tộc");
    }

    @Test
    void one_diacritic_is_enough() {
        assertThat(Words.of("tảo").orElseThrow().haveDiacritics()).isTrue();
        assertThat(Words.of("dia điem").orElseThrow().haveDiacritics()).isTrue();
        assertThat(Words.of("tao hon \uD83D\uDE00").orElseThrow().haveDiacritics())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Trương Cảnh Tuyên, true",
        "Lê Văn, true",
        "Nguyễn, false",
        "Sở Văn hóa, false",
        "Le Van, false",
        "TIẾNG MÔNG, false",
        "Vay Vốn Ngân Hàng Chính Sách, false"
    })
    void words_are_written_as_a_name_when_each_has_a_capital(String typed, boolean name) {
        assertThat(Words.of(typed).orElseThrow().areWrittenAsName()).isEqualTo(name);
    }

    @Test
    void a_year_among_them_is_one_of_four_digits() {
        assertThat(Words.of("kế hoạch 2022-2025").orElseThrow().year()).hasValue("2022");
        assertThat(Words.of("năm 2025.").orElseThrow().year()).hasValue("2025");
        assertThat(Words.of("20255 x2025 3025").orElseThrow().year()).isEmpty();
    }

    @Test
    void a_phrase_cannot_be_ended_by_what_was_typed() {
        assertThat(Words.of("tảo\" OR \\ hôn").orElseThrow().phrase()).isEqualTo("\"tảo\\\" or \\\\ hôn\"");
    }

    @Property(tries = 2_000)
    void every_special_character_is_escaped(@ForAll String typed) {
        Words.of(typed).ifPresent(words -> {
            assertThat(words.text().codePointCount(0, words.text().length())).isLessThanOrEqualTo(200);
            var plain = words.literal().replaceAll("(?s)\\\\.", "");
            assertThat(plain).matches("[\\p{L}\\p{M}\\p{N} ]*");
        });
    }
}
