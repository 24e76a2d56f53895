package vn.loa.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;

class AgencyTest {
    private final Agency first = agency("a");
    private final Agency second = agency("b");
    private final Agency third = agency("c");

    @Test
    void its_work_is_done_by_the_last_that_took_over() {
        first.becomes(second);
        second.becomes(third);

        assertThat(first.lastSuccessor()).contains(third);
        assertThat(second.lastSuccessor()).contains(third);
        assertThat(third.lastSuccessor()).isEmpty();
    }

    @Test
    void two_that_take_over_from_each_other_keep_nobody_waiting() {
        first.becomes(second);
        second.becomes(first);

        assertThat(first.lastSuccessor()).isPresent();
    }

    private static Agency agency(String code) {
        return new Agency(code, Texts.of("vi", "Cơ quan " + code), null, null, null);
    }
}
