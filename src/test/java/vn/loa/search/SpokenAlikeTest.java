package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenAlikeTest {
    @ParameterizedTest
    @CsvSource({
        "rẻ, dẻ",
        "dừng, rừng",
        "gia, da",
        "da, gia",
        "dếng, rếng",
        "riếng, giếng",
        "giếng, riếng",
        "xach, sach",
        "sương, xương",
        "chồng, trồng",
        "trè, chè",
        "lước, nước",
        "nợn, lợn",
        "bằn, bằng",
        "rừn, rừng",
        "cắt, cắc",
        "biếc, biết",
        "hom, hon",
        "sửa, sữa",
        "SỮA, sửa",
        "sỹ, sĩ",
        "kĩ, kỹ"
    })
    void a_syllable_may_be_any_that_sounds_like_it_somewhere(String typed, String meant) {
        assertThat(SpokenAlike.of(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bò", "ba", "159", "tr", "", "a", "gì", "oi", "qua", "?!", "мама"})
    void what_sounds_like_nothing_else_is_left(String typed) {
        assertThat(SpokenAlike.of(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rẻ", "lượng", "trước", "giết", "nghĩn"})
    void there_are_few(String typed) {
        assertThat(SpokenAlike.of(typed)).hasSizeBetween(1, 5).doesNotContain(typed);
    }
}
