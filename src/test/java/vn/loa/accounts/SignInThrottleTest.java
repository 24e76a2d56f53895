package vn.loa.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
    private static final Network HOME = new Network("203.0.113.1");
    private static final Network AWAY = new Network("203.0.113.2");

    private final StandingClock clock = new StandingClock();
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @Test
    void who_guesses_one_account_from_one_network_has_to_wait_while_others_have_not() {
        IntStream.range(0, SignInThrottle.PER_GUESSER)
                .forEach(i -> assertThat(throttle.attempt("duyet", AWAY)).isEmpty());

        assertThat(throttle.attempt("duyet", AWAY)).contains(Duration.ofMinutes(1));
        assertThat(throttle.attempt("duyet", HOME)).isEmpty();
        assertThat(throttle.attempt("bientap", AWAY)).isEmpty();
    }

    @Test
    void who_guesses_from_one_network_has_to_wait_whatever_account_they_try() {
        IntStream.range(0, SignInThrottle.PER_NETWORK)
                .forEach(
                        i -> assertThat(throttle.attempt("khong-ai-" + i, AWAY)).isEmpty());

        assertThat(throttle.attempt("duyet", AWAY)).contains(Duration.ofSeconds(10));
        assertThat(throttle.attempt("duyet", HOME)).isEmpty();
    }

    @Test
    void who_guesses_one_account_from_many_networks_has_to_wait() {
        guessFromManyNetworks("duyet");

        assertThat(throttle.attempt("duyet", AWAY)).isPresent();
        assertThat(throttle.attempt("bientap", AWAY)).isEmpty();
    }

    @Test
    void guesses_from_everywhere_do_not_keep_the_holder_out_where_they_signed_in_lately() {
        throttle.attempt("duyet", HOME);
        throttle.welcome("duyet", HOME);
        guessFromManyNetworks("duyet");

        assertThat(throttle.attempt("duyet", HOME)).isEmpty();
    }

    @Test
    void a_network_that_is_welcome_may_not_guess_without_end_either() {
        throttle.attempt("duyet", HOME);
        throttle.welcome("duyet", HOME);
        IntStream.range(0, SignInThrottle.PER_GUESSER).forEach(i -> throttle.attempt("duyet", HOME));

        assertThat(throttle.attempt("duyet", HOME)).isPresent();
    }

    @Test
    void refusing_for_the_account_costs_the_network_nothing() {
        guessFromManyNetworks("duyet");
        IntStream.range(0, 3 * SignInThrottle.PER_NETWORK).forEach(i -> throttle.attempt("duyet", AWAY));

        assertThat(throttle.attempt("bientap", AWAY)).isEmpty();
    }

    @Test
    void attempts_that_were_right_do_not_count() {
        for (var i = 0; i < 3 * SignInThrottle.PER_NETWORK; i++) {
            assertThat(throttle.attempt("duyet", HOME)).isEmpty();
            throttle.welcome("duyet", HOME);
        }
    }

    @Test
    void only_so_many_welcome_keys_are_remembered_those_added_last() {
        var keys = new LatestKeys<Integer>(3);
        IntStream.of(1, 2, 3, 1, 4).forEach(keys::add);

        assertThat(IntStream.rangeClosed(1, 4).filter(keys::has)).containsExactly(1, 3, 4);
    }

    private void guessFromManyNetworks(String username) {
        for (var i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
            assertThat(throttle.attempt(username, new Network("198.51.100." + i)))
                    .isEmpty();
        }
    }
}
