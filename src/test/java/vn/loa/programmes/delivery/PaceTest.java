package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What is expected of who is sent a programme. */
class PaceTest {
    private Duration now = Duration.ofDays(3);

    @Test
    void who_takes_little_for_long_gives_way_to_others() {
        var pace = Pace.of(Shipments.of(1, "{}"), () -> now.toNanos(), () -> false);
        now = now.plusSeconds(129);
        pace.moved(100);
        assertThatCode(pace::require).doesNotThrowAnyException();

        now = now.plusSeconds(1);

        assertThat(pace.isOver()).isTrue();
        assertThatExceptionOfType(NotDelivered.class)
                .isThrownBy(pace::require)
                .satisfies(refused -> assertThat(refused.why()).isEqualTo(Obstacle.TIMEOUT));
    }

    @Test
    void what_can_wait_gives_way_before_its_next_file() throws Exception {
        var pressed = new AtomicBoolean();
        var pace = Pace.of(Shipments.of(1, "{}"), () -> now.toNanos(), pressed::get);
        pace.next();
        pressed.set(true);

        assertThatExceptionOfType(GaveWay.class).isThrownBy(pace::next);
        assertThatCode(pace::require).as("what is under way goes on").doesNotThrowAnyException();
    }

    @Test
    void a_slow_line_that_moves_may_take_its_time() {
        var pace = new Pace(Duration.ofMinutes(2), () -> now.toNanos());
        now = now.plusHours(1);
        assertThat(pace.isOver()).isTrue();

        pace.moved(3600 * 16 * 1024L);

        assertThat(pace.left()).isEqualTo(Duration.ofMinutes(2));
    }
}
