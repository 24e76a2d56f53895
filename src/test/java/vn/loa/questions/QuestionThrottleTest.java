package vn.loa.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Network;

class QuestionThrottleTest {
    private static final Network HOME = new Network("203.0.113.1");
    private static final Network AWAY = new Network("203.0.113.2");

    private final Clock clock = new Clock();
    private final QuestionThrottle throttle = new QuestionThrottle(clock);

    @Test
    void who_sends_by_the_dozen_has_to_wait_while_other_networks_have_not() {
        IntStream.range(0, QuestionThrottle.SENT_AT_ONCE)
                .forEach(i -> assertThat(throttle.send(AWAY)).isEmpty());

        assertThat(throttle.send(AWAY)).contains(Duration.ofMinutes(1));
        assertThat(throttle.send(HOME)).isEmpty();
        clock.now += Duration.ofMinutes(1).toNanos();
        assertThat(throttle.send(AWAY)).isEmpty();
    }

    @Test
    void what_has_mistakes_or_comes_a_second_time_does_not_count() {
        IntStream.range(0, 3 * QuestionThrottle.SENT_AT_ONCE).forEach(i -> {
            assertThat(throttle.send(HOME)).isEmpty();
            throttle.nothingTaken(HOME);
        });

        IntStream.range(0, QuestionThrottle.SENT_AT_ONCE)
                .forEach(i -> assertThat(throttle.send(HOME)).isEmpty());
        assertThat(throttle.send(HOME)).isPresent();
    }

    @Test
    void who_guesses_codes_has_to_wait_but_not_who_has_one() {
        IntStream.range(0, 3 * QuestionThrottle.TRIED_AT_ONCE).forEach(i -> {
            assertThat(throttle.follow(HOME)).isEmpty();
            throttle.known(HOME);
        });
        IntStream.range(0, QuestionThrottle.TRIED_AT_ONCE)
                .forEach(i -> assertThat(throttle.follow(AWAY)).isEmpty());

        assertThat(throttle.follow(AWAY)).contains(Duration.ofSeconds(10));
    }

    private static final class Clock implements TimeMeter {
        private long now;

        @Override
        public long currentTimeNanos() {
            return now;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
