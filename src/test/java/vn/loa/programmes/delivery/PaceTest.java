package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is expected of who is sent a programme. */
class PaceTest {
    private Duration now = Duration.ofDays(3);

    @Test
    void who_takes_little_for_long_gives_way_to_others() {
        var pace = Pace.of(Shipments.of(1, "{}"), () -> now.toNanos(), Pressure.none());
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
        var pace = Pace.of(Shipments.of(1, "{}"), () -> now.toNanos(), new Pressure(pressed::get, () -> now.toNanos()));
        pace.next();
        pressed.set(true);

        assertThatExceptionOfType(GaveWay.class).isThrownBy(pace::next);
        assertThatCode(pace::require).as("it is not too slow").doesNotThrowAnyException();
    }

    @Test
    void what_can_wait_gives_way_in_the_middle_of_a_file_after_a_second_at_the_latest() throws Exception {
        var asked = new AtomicInteger();
        var pressure = new Pressure(() -> asked.incrementAndGet() > 1, () -> now.toNanos());
        var pace = Pace.of(Shipments.of(1, "{}"), () -> now.toNanos(), pressure);
        for (var i = 0; i < 1000; i++) {
            pace.giveWay();
        }
        assertThat(asked).as("it costs a look into the database").hasValue(0);

        now = now.plusSeconds(1);
        pace.giveWay();
        pace.giveWay();
        assertThat(asked).hasValue(1);
        now = now.plusSeconds(1);

        assertThatExceptionOfType(GaveWay.class).isThrownBy(pace::giveWay);
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
