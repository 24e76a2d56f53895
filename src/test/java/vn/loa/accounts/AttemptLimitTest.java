package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AttemptLimitTest {
    private final StandingClock clock = new StandingClock();
    private final AttemptLimit<String> limit = new AttemptLimit<>(3, Duration.ofMinutes(1), 100, clock);

    @Test
    void after_some_attempts_at_once_each_further_one_has_to_wait_its_time() {
        for (var i = 0; i < 3; i++) {
            assertThat(limit.attempt("a")).isEmpty();
        }

        assertThat(limit.attempt("a")).contains(Duration.ofMinutes(1));
        clock.pass(Duration.ofSeconds(59));
        assertThat(limit.attempt("a")).contains(Duration.ofSeconds(1));
        clock.pass(Duration.ofSeconds(1));
        assertThat(limit.attempt("a")).isEmpty();
        assertThat(limit.attempt("a")).isPresent();
        assertThat(limit.attempt("b")).as("another key").isEmpty();
    }

    @Test
    void an_attempt_that_is_forgiven_does_not_count() {
        for (var i = 0; i < 10; i++) {
            assertThat(limit.attempt("a")).isEmpty();
            limit.forgive("a");
        }
    }

    @Test
    void only_so_many_keys_are_remembered_those_tried_last() {
        for (var i = 0; i < 3; i++) {
            limit.attempt("a");
            limit.attempt("b");
        }
        for (var i = 0; i < 99; i++) {
            limit.attempt("b");
            limit.attempt("other " + i);
        }

        assertThat(limit.attempt("b")).isPresent();
        assertThat(limit.attempt("a")).as("forgotten for those that came later").isEmpty();
    }

    @Test
    void addresses_of_one_household_are_one_network() throws Exception {
        assertThat(network("2001:db8:1:2:3:4:5:6")).isEqualTo(network("2001:db8:1:2::1"));
        assertThat(network("2001:db8:1:2::1")).isNotEqualTo(network("2001:db8:1:3::1"));
        assertThat(network("203.0.113.1")).isNotEqualTo(network("203.0.113.2"));
        assertThat(network("::ffff:203.0.113.1")).isEqualTo(network("203.0.113.1"));
    }

    private static Network network(String address) throws Exception {
        return Network.of(InetAddress.getByName(address));
    }
}
