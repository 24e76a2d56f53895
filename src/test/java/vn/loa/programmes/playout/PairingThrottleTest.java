package vn.loa.programmes.playout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.accounts.Network;

class PairingThrottleTest {
    private static final Network HOME = new Network("203.0.113.1");
    private static final Network AWAY = new Network("203.0.113.2");

    private final PairingThrottle throttle = new PairingThrottle(new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return 0;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void who_guesses_codes_has_to_wait_but_not_who_has_one_nor_other_networks() {
        IntStream.range(0, 3 * PairingThrottle.AT_ONCE).forEach(i -> {
            assertThat(throttle.attempt(HOME)).isEmpty();
            throttle.known(HOME);
        });
        IntStream.range(0, PairingThrottle.AT_ONCE)
                .forEach(i -> assertThat(throttle.attempt(AWAY)).isEmpty());

        assertThat(throttle.attempt(AWAY)).contains(PairingThrottle.BETWEEN);
        assertThat(throttle.attempt(HOME)).isEmpty();
    }
}
