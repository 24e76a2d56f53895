package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.Texts;

class TonguesTest {
    private final Tongues tongues = Tongues.of(Map.of(
            "vi", Texts.of(Texts.FALLBACK, "Tiếng Việt"),
            "hmn", Texts.of(Texts.FALLBACK, "Tiếng Mông"),
            "tyz", Texts.of(Texts.FALLBACK, "Tiếng Tày")));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "tiếng Mông, hmn, -",
                "tieng hmong, hmn, -",
                "H'Mông, hmn, -",
                "hmong, hmn, -",
                "mong, hmn, -",
                "Mông, hmn, -",
                "mông, hmn, -",
                "MÔNG, hmn, -",
                "Tày, tyz, -",
                "H Mông, hmn, -",
                "h mong, hmn, -",
                "H-Mông, hmn, -",
                "tiếng H Mông, hmn, -",
                "phim tiếng H' Mông, hmn, phim",
                "người Mông, hmn, -",
                "dan toc hmong, hmn, -",
                "phim tieng tay, tyz, phim",
                "nghe tiểu phẩm bằng tiếng Tày, tyz, tiểu phẩm",
                "lồng tiếng mông, hmn, -"
            })
    void a_language_is_known_by_its_names(String typed, String code, String beside) {
        assertThat(tongues.in(new Words(typed))).contains(new Tongues.Mention(code, Words.of(beside)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tay",
                "rửa tay",
                "tiếng tây",
                "người tây",
                "thổ cẩm người Mông",
                "tiếng nói",
                "tây",
                "mong muốn",
                "mồng",
                "móng",
                "Việt",
                "người Việt",
                "tiếng",
                "90/qd",
                "người già chỉ biết tiếng Mông nghe đài ở đâu"
            })
    void other_words_of_the_same_letters_are_none(String typed) {
        assertThat(tongues.in(new Words(typed))).isEmpty();
    }
}
