package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GistTest {
    @ParameterizedTest
    @CsvSource({
        "thế nào là hộ nghèo, hộ nghèo, hộ nghèo",
        "the nao la ho ngheo, ho ngheo, ho ngheo",
        "lợn bỏ ăn phải làm sao, lợn bỏ ăn, lợn bỏ ăn",
        "lam nha cho ho ngheo, lam nha cho ho ngheo, lam nha ho ngheo",
        "muốn vay vốn thì hỏi ai, muốn vay vốn thì hỏi ai, vay vốn hỏi",
        "bao nhiêu tuổi được kết hôn, bao nhiêu tuổi được kết hôn, tuổi kết hôn"
    })
    void what_only_makes_a_question_is_left_out(String typed, String asked, String core) {
        assertThat(Gist.of(new Words(typed))).isEqualTo(new Gist(new Words(asked), new Words(core)));
    }

    @Test
    void of_a_long_question_only_what_carries_meaning_is_asked_and_each_word_once() {
        var words = new Words("Tôi ở xã vùng cao thì cần giấy tờ gì để được vay vốn ngân hàng chính sách xã hội");

        assertThat(Gist.of(words).asked())
                .isEqualTo(new Words("Tôi xã vùng cao cần giấy tờ vay vốn ngân hàng chính sách hội"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"là gì", "và", "của là có", "vay vốn", "chợ", "vì sao", "mưa vì sao"})
    void where_nothing_would_be_left_the_words_stay(String typed) {
        assertThat(Gist.of(new Words(typed)).asked()).isEqualTo(new Words(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chợ phiên", "lá chuối", "cổ truyền"})
    void with_diacritics_another_word_of_the_same_letters_is_none_of_them(String typed) {
        assertThat(Gist.of(new Words(typed)).hasMoreThanCore()).isFalse();
    }
}
