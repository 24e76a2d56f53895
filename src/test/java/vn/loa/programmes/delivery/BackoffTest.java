package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-11-27T03:00:00Z");

    @ParameterizedTest
    @CsvSource({"1, 10", "2, 20", "3, 40", "6, 320", "7, 600", "60, 600"})
    void each_failure_doubles_the_pause_up_to_ten_minutes(int failures, long seconds) {
        assertThat(after(Obstacle.UNREACHABLE, failures, 0.5)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void not_all_come_back_in_the_same_second() {
        assertThat(after(Obstacle.BUSY, 1, 0)).isEqualTo(Duration.ofMillis(7_500));
        assertThat(after(Obstacle.BUSY, 1, 1)).isEqualTo(Duration.ofMillis(12_500));
    }

    @Test
    void the_other_side_is_left_alone_for_as_long_as_it_wishes_but_not_for_ever() {
        assertThat(Backoff.after(Obstacle.BUSY, 9, Optional.of(Duration.ofSeconds(3)), 1))
                .isEqualTo(Duration.ofSeconds(3));
        assertThat(Backoff.after(Obstacle.BUSY, 1, Optional.of(Duration.ofDays(3)), 1))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void who_is_not_let_in_does_not_try_again_and_again() {
        assertThat(after(Obstacle.LOGIN, 1, 0)).isEqualTo(Duration.ofMinutes(45));
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Fri, 27 Nov 2026 03:01:00 GMT', 60", "'Fri, 27 Nov 2026 02:01:00 GMT', 0"})
    void it_wishes_in_seconds_or_names_a_moment(String header, long seconds) {
        assertThat(RetryAfter.read(header, NOW)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"''", "-1", "soon", "99999999999"})
    void what_makes_no_sense_is_no_wish(String header) {
        assertThat(RetryAfter.read(header, NOW)).isEmpty();
    }

    private static Duration after(Obstacle why, int failures, double chance) {
        return Backoff.after(why, failures, Optional.empty(), chance);
    }
}
