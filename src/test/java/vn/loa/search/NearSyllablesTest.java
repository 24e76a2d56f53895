package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearSyllablesTest {
    @Test
    void diacritics_that_were_typed_stay() {
        assertThat(NearSyllables.of("bệh"))
                .contains("bệnh", "bệch")
                .allMatch(word -> word.contains("ệ") || word.length() < 3);
    }

    @ParameterizedTest
    @CsvSource({"vn, von", "vya, vay", "nge, nghe", "dne, den", "diem, dien", "ngheoo, ngheo", "gaa, ga", "bhao, bao"})
    void a_slip_of_one_letter_is_undone(String typed, String meant) {
        assertThat(NearSyllables.of(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vn", "vya", "nge", "diem", "nghieng", "a"})
    void only_what_can_be_a_syllable_is_tried_and_there_is_little_of_it(String typed) {
        assertThat(NearSyllables.of(typed))
                .hasSizeLessThan(120)
                .doesNotContain(typed)
                .allMatch(word -> word.matches(".*[aeiouy].*") && !word.matches(".*[^aeiouy]{4}.*"));
    }

    @Test
    void what_has_no_vowel_nearby_is_left() {
        assertThat(NearSyllables.of("bhytt")).isEmpty();
    }
}
