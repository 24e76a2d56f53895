package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.search.Suggest.Suggestion;

class BeginningsTest {
    private final Beginnings beginnings = new Beginnings(words -> List.of(
            new Suggestion("Tiếng Mông: phim", "language", "/"),
            new Suggestion("Con bò của nhà ông Páo", "product", "/"),
            new Suggestion("Bảo hiểm y tế", "topic", "/"),
            new Suggestion("Xã Hà Quảng", "locality", "/")));

    @ParameterizedTest
    @CsvSource({"con b, con bò", "bao hi, bảo hiểm", "ha qu, Hà Quảng", "bò của nh, bò của nhà", "Bảo h, bảo hiểm"})
    void the_last_word_goes_on_as_in_the_first_text_that_has_the_words_side_by_side(String typed, String meant) {
        assertThat(beginnings.meant(new Words(typed)).map(Words::text)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"con nhà, ''", "bảo há, ''", "b, ''", "bao hiem, ''", "con 1, ''", "con bò của nhà ông Páo x, ''"})
    void whole_words_a_single_one_and_what_stands_apart_are_not_begun(String typed, String none) {
        assertThat(beginnings.meant(new Words(typed)).map(Words::text))
                .isEqualTo(Optional.of(none).filter(text -> !text.isEmpty()));
    }

    @Test
    void nothing_is_asked_for_a_long_word() {
        var unasked = new Beginnings(words -> {
            throw new AssertionError("asked");
        });

        assertThat(unasked.meant(new Words("vay vốn ngân hàng"))).isEmpty();
    }
}
