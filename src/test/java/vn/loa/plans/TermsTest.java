package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TermsTest {
    private static final Terms.Due DUE = new Terms.Due(LocalDate.of(2025, 12, 31), false);

    private final Terms radio =
            new Terms(DUE, List.of("Đài truyền thanh"), null, "Phòng Văn hóa", List.of(), "Ngân sách");
    private final Terms film =
            new Terms(DUE, List.of("Truyền hình"), null, "Phòng Văn hóa", List.of("Sở"), "Ngân sách");

    @Test
    void what_all_promises_have_in_common_is_said_once() {
        var shared = Terms.shared(List.of(radio, film));

        assertThat(shared).isEqualTo(new Terms(DUE, List.of(), null, "Phòng Văn hóa", List.of(), "Ngân sách"));
        assertThat(radio.beyond(shared))
                .isEqualTo(new Terms(null, List.of("Đài truyền thanh"), null, null, List.of(), null));
        assertThat(film.beyond(shared).supportingUnits()).containsExactly("Sở");
    }

    @Test
    void what_one_promise_does_not_say_is_not_said_of_all() {
        var silent = new Terms(null, List.of(), null, null, List.of(), null);

        assertThat(Terms.shared(List.of(silent, radio)).isEmpty()).isTrue();
        assertThat(radio.beyond(Terms.shared(List.of(radio, silent)))).isEqualTo(radio);
    }

    @Test
    void on_a_day_and_before_it_is_not_the_same_term() {
        var before = new Terms(
                new Terms.Due(DUE.day(), true), radio.channels(), null, "Phòng Văn hóa", List.of(), "Ngân sách");

        assertThat(Terms.shared(List.of(radio, before)).due()).isNull();
    }

    @Test
    void a_single_promise_keeps_its_terms() {
        assertThat(Terms.shared(List.of(radio)).isEmpty()).isTrue();
    }
}
