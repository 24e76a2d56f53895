package vn.loa.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.catalog.Consent;

class ConsentWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"12/03/2025", "12/3/2025", "2025-03-12", "12-03-2025", "12.3.2025"})
    void who_consented_to_what_when_and_where_the_paper_is_are_parted_by_strokes(String day) {
        var read = ConsentWords.read(" Lý A Sì | hình, tiếng |" + day + "| Giấy số 5")
                .orElseThrow();

        assertThat(read.getString("person")).isEqualTo("Lý A Sì");
        assertThat(read.getString("scope")).isEqualTo("hình, tiếng");
        assertThat(read.getString("givenOn")).isEqualTo("2025-03-12");
        assertThat(read.getString("document")).isEqualTo("Giấy số 5");
        assertThat(read).doesNotContainKey("withdrawnOn");
    }

    @Test
    void who_was_not_asked_yet_has_no_day() {
        assertThat(ConsentWords.read("Lý A Sì | hình").orElseThrow()).containsOnlyKeys("person", "scope");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Lý A Sì",
                "Lý A Sì |",
                "| hình",
                "A | b | hôm qua",
                "A | b | 31/02/2025",
                "A | b | c | d",
                "A | b | | | | x"
            })
    void what_cannot_be_read_is_not_guessed(String part) {
        assertThat(ConsentWords.read(part)).isEmpty();
    }

    @Test
    void what_is_written_is_read_again() {
        var full = new Consent("A|B", "hình", LocalDate.of(2025, 3, 12), "Giấy", LocalDate.of(2025, 4, 1));

        assertThat(ConsentWords.written(full)).isEqualTo("A\\|B | hình | 12/03/2025 | Giấy | rút 01/04/2025");
        assertThat(ConsentWords.read(ConsentWords.written(full)).orElseThrow().getString("person"))
                .isEqualTo("A|B");
        assertThat(ConsentWords.read(ConsentWords.written(full)).orElseThrow().getString("withdrawnOn"))
                .isEqualTo("2025-04-01");
        assertThat(ConsentWords.written(new Consent("A", "hình", null, null, null)))
                .isEqualTo("A | hình");
    }
}
