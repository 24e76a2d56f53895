package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCodeTest {
    private static final byte[] SECRET = "bí mật".getBytes(StandardCharsets.UTF_8);

    @Test
    void it_has_three_groups_of_signs_that_nobody_mistakes_for_each_other() {
        var codes = Stream.generate(TrackingCode::random)
                .limit(300)
                .map(TrackingCode::value)
                .collect(Collectors.toSet());

        assertThat(codes)
                .hasSize(300)
                .allMatch(code -> code.matches("(?:[2-9A-HJKMNP-TV-Z]{4}-){2}[2-9A-HJKMNP-TV-Z]{4}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K7MP-4XWD-9TQH", "k7mp 4xwd 9tqh", "  K7mp4Xwd9TQH", "K7MP–4XWD–9TQH", "K7MP.4XWD.9TQH\n"})
    void it_is_read_however_somebody_types_it(String typed) {
        assertThat(TrackingCode.typed(typed)).map(TrackingCode::value).contains("K7MP-4XWD-9TQH");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "K7MP-4XWD",
                "K7MP-4XWD-9TQH-2",
                "K7MP-4XWD-9TQ0",
                "K7MP-4XWD-9TQ'",
                "🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂"
            })
    void whatever_else_is_no_code(String typed) {
        assertThat(TrackingCode.typed(typed)).isEmpty();
        assertThat(TrackingCode.typed("K".repeat(100_000))).isEmpty();
    }

    @Test
    void the_same_form_with_the_same_words_has_one_code_and_every_other_has_another() {
        var once = TrackingCode.of(SECRET, "form 1\nHỏi gì");

        assertThat(TrackingCode.of(SECRET, "form 1\nHỏi gì")).isEqualTo(once);
        assertThat(TrackingCode.of(SECRET, "form 2\nHỏi gì")).isNotEqualTo(once);
        assertThat(TrackingCode.of(SECRET, "form 1\nHỏi khác")).isNotEqualTo(once);
        assertThat(TrackingCode.of("khác".getBytes(StandardCharsets.UTF_8), "form 1\nHỏi gì"))
                .isNotEqualTo(once);
        assertThat(TrackingCode.typed(once.value())).contains(once);
    }

    @Test
    void it_does_not_print_itself_and_is_not_what_is_stored() {
        var code = TrackingCode.random();

        assertThat("" + code).doesNotContain(code.value());
        assertThat(code.digest()).hasSize(64).doesNotContain(code.value());
    }
}
