package vn.loa.accounts.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.FormSecret;

class SignInAttemptsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:00:00Z");

    private final SignInAttempts attempts = at(NOW, "a secret");

    private static SignInAttempts at(Instant now, String secret) {
        return new SignInAttempts(
                new FormSecret() {
                    @Override
                    public byte[] bytes() {
                        return secret.getBytes(StandardCharsets.UTF_8);
                    }
                },
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void another_node_reads_what_a_browser_carries_as_the_same_attempt() {
        var begun = attempts.begin("/quan-tri/san-pham?q=n%C6%B0%E1%BB%9Bc");

        assertThat(at(NOW.plusSeconds(600), "a secret").read(begun.ticket())).contains(begun.attempt());
        assertThat(begun.attempt().back()).isEqualTo("/quan-tri/san-pham?q=n%C6%B0%E1%BB%9Bc");
    }

    @Test
    void what_a_browser_carries_tells_nothing_of_what_must_stay_secret() {
        var begun = attempts.begin("/quan-tri");

        assertThat(begun.ticket())
                .doesNotContain(begun.attempt().state())
                .doesNotContain(begun.attempt().nonce())
                .doesNotContain(begun.attempt().verifier());
        assertThat(begun.attempt().toString()).doesNotContain(begun.attempt().verifier());
    }

    @Test
    void each_attempt_is_another_one() {
        assertThat(attempts.begin("/quan-tri").attempt().state())
                .isNotEqualTo(attempts.begin("/quan-tri").attempt().state());
    }

    @Test
    void an_attempt_is_good_for_a_quarter_of_an_hour() {
        var ticket = attempts.begin("/quan-tri").ticket();

        assertThat(at(NOW.plusSeconds(15 * 60 - 1), "a secret").read(ticket)).isPresent();
        assertThat(at(NOW.plusSeconds(15 * 60), "a secret").read(ticket)).isEmpty();
    }

    @Test
    void what_was_changed_or_made_elsewhere_is_no_attempt() {
        var ticket = attempts.begin("/quan-tri").ticket();
        var other = attempts.begin("/tai-khoan").ticket();

        assertThat(at(NOW, "another secret").read(ticket)).isEmpty();
        assertThat(attempts.read(ticket.replaceFirst("\\.[0-9]+\\.", ".99999999999.")))
                .isEmpty();
        assertThat(attempts.read(
                        ticket.substring(0, ticket.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "a.b.c.d", "\0", "eyJhbGciOiJub25lIn0.e30."})
    void anything_else_is_no_attempt(String ticket) {
        assertThat(attempts.read(ticket)).isEmpty();
    }
}
