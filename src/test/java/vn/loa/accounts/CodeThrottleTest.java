package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CodeThrottleTest {
    private final StandingClock clock = new StandingClock();
    private final CodeThrottle throttle = new CodeThrottle(clock);

    @Test
    void whoTriesCodesWaitsAMinuteForEachAfterTheFirstTen() {
        for (var attempt = 0; attempt < CodeThrottle.AT_ONCE; attempt++) {
            assertThat(throttle.attempt("lan")).isEmpty();
        }

        assertThat(throttle.attempt("lan").orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        assertThat(throttle.attempt("another")).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(throttle.attempt("lan")).isEmpty();
        assertThat(throttle.attempt("lan")).isPresent();
    }

    @Test
    void codesThatWereRightDoNotCount() {
        for (var signIn = 0; signIn < 3 * CodeThrottle.AT_ONCE; signIn++) {
            assertThat(throttle.attempt("lan")).isEmpty();
            throttle.forgive("lan");
        }
    }
}
