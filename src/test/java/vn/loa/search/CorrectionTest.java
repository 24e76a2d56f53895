package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {
    @Test
    void a_mistyped_word_becomes_the_accented_word_that_was_found() {
        var passages = List.of("\uE000Giảm\uE001 \uE000nghèo\uE001 và học \uE000nghề\uE001, học \uE000nghề\uE001");

        assertThat(Correction.of(words("giam nghoe"), passages)).hasValue("giảm nghèo");
    }

    @Test
    void words_that_stand_together_are_preferred_to_frequent_ones() {
        var passages = List.of("\uE000giám\uE001 đốc, \uE000giám\uE001 sát", "\uE000giảm\uE001 \uE000nghèo\uE001");

        assertThat(Correction.of(words("giam nghoeo"), passages)).hasValue("giảm nghèo");
    }

    @Test
    void words_that_are_right_are_no_correction() {
        assertThat(Correction.of(words("giam ngheo"), List.of("\uE000Giảm\uE001 \uE000nghèo\uE001")))
                .isEmpty();
        assertThat(Correction.of(words("xyz"), List.of("\uE000Giảm\uE001"))).isEmpty();
    }

    @Test
    void words_that_are_right_are_told_as_they_are_spelled() {
        assertThat(Correction.spelled(words("cao bang"), List.of("ở \uE000Cao\uE001 \uE000Bằng\uE001")))
                .isEqualTo("cao bằng");
        assertThat(Correction.spelled(words("cao bang"), List.of())).isEqualTo("cao bang");
    }

    @Test
    void a_word_of_three_letters_is_left_as_it_is() {
        var passages = List.of("\uE000dân\uE001 làng \uE000to\uE001 \uE000Mông\uE001 \uE000tác\uE001");

        assertThat(Correction.of(words("dân tộc Mông"), passages)).isEmpty();
        assertThat(Correction.of(words("dan toc mong"), passages)).isEmpty();
    }

    @Test
    void diacritics_are_mended_where_some_were_typed() {
        var passages = List.of("\uE000Giảm\uE001 \uE000nghèo\uE001");

        assertThat(Correction.of(words("Giãm nghéo"), passages)).hasValue("giảm nghèo");
        assertThat(Correction.of(words("Giãm nghéo"), List.of("\uE000Giảm nghèo\uE001 và")))
                .hasValue("giảm nghèo");
        assertThat(Correction.of(words("giảm ngheo"), passages)).hasValue("giảm nghèo");
        assertThat(Correction.of(words("GIẢM NGHÈO"), passages)).isEmpty();
    }

    @Test
    void a_tone_is_mistaken_for_another_or_left_out_but_not_made_up() {
        assertThat(Correction.of(words("Nguyễn"), List.of("\uE000nguyên\uE001 nhân")))
                .isEmpty();
        assertThat(Correction.of(words("gỉam"), List.of("\uE000giảm\uE001"))).hasValue("giảm");
        assertThat(Correction.of(words("trương"), List.of("\uE000trường\uE001")))
                .hasValue("trường");
    }

    @ParameterizedTest
    @CsvSource({
        "nghoe, ngheo, true",
        "ngeo, ngheo, true",
        "nngheo, ngheo, true",
        "nghao, ngheo, true",
        "ngheo, ngheo, true",
        "gnehog, ngheo, false",
        "nuoc, ngheo, false",
        "a, '', true"
    })
    void one_slip_is_one_letter_missing_added_changed_or_swapped(String one, String other, boolean slip) {
        assertThat(Correction.isOneSlipAway(one, other)).isEqualTo(slip);
        assertThat(Correction.isOneSlipAway(other, one)).isEqualTo(slip);
    }

    @Test
    void a_word_that_was_found_as_it_was_typed_stays_however_often_others_have_its_letters() {
        assertThat(Correction.spelled(
                        words("con bò"), List.of("\uE000con\uE001 \uE000bỏ\uE001 \uE000bỏ\uE001 \uE000bò\uE001")))
                .isEqualTo("con bò");
    }

    @Test
    void the_marks_of_a_word_may_be_mistaken_for_others_that_texts_have() {
        assertThat(Correction.otherwise(
                        words("hổ nghèo"),
                        List.of("\uE000Hộ\uE001 \uE000nghèo\uE001", "\uE000hồ\uE001, \uE000ho\uE001, \uE000hổ\uE001")))
                .containsOnlyKeys("hổ")
                .hasEntrySatisfying("hổ", found -> assertThat(found).containsExactly("hộ", "hồ"));
    }

    private static Words words(String typed) {
        return Words.of(typed).orElseThrow();
    }
}
