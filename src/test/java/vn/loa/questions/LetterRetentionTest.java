package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class LetterRetentionTest {
    @Test
    void of_what_went_wrong_the_log_learns_the_kind_and_not_a_word() {
        var database = new SQLException("Key (text)=(Tôi số 0912345678) already exists", "23505");
        var failure = new IllegalStateException("Row: Tôi số 0912345678", new RuntimeException(database));

        assertThat(LetterRetention.kind(failure))
                .isEqualTo("IllegalStateException, by RuntimeException, by SQLException 23505");
    }

    @Test
    void causes_that_go_round_come_to_an_end() {
        var one = new IllegalStateException();
        var other = new IllegalArgumentException(one);
        one.initCause(other);

        assertThat(LetterRetention.kind(one)).isEqualTo("IllegalStateException, by IllegalArgumentException");
    }
}
