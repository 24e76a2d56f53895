package vn.loa.programmes.playout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.log.WriteLog;

class PlayoutThrottleTest {
    private Duration now = Duration.ZERO;
    private final PlayoutThrottle throttle = new PlayoutThrottle(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return now.toNanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void a_station_that_was_cut_off_for_weeks_sends_all_it_has_and_who_goes_on_without_end_has_to_wait() {
        for (var sent = 0; sent < PlayoutThrottle.AT_ONCE; sent += WriteLog.MOST) {
            assertThat(throttle.write(1, WriteLog.MOST)).isEmpty();
        }

        assertThat(throttle.write(1, 100))
                .hasValueSatisfying(pause -> assertThat(pause).isEqualTo(PlayoutThrottle.BETWEEN.multipliedBy(100)));
        assertThat(throttle.write(2, 100)).as("another player").isEmpty();
        now = now.plusMinutes(7);
        assertThat(throttle.write(1, 100)).isEmpty();
    }
}
