package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.loa.common.FormSecret;

class FormTokensTest {
    private static final Instant NOW = Instant.parse("2025-05-22T07:00:00Z");

    private final FormTokens tokens = at(NOW, "a secret");

    private static FormTokens at(Instant now, String secret) {
        return new FormTokens(
                new FormSecret() {
                    @Override
                    public byte[] bytes() {
                        return secret.getBytes(StandardCharsets.UTF_8);
                    }
                },
                Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void a_token_is_good_for_what_it_was_issued_for_also_on_another_node() {
        assertThat(at(NOW.plusSeconds(60), "a secret").isGood("sign-in", tokens.issue("sign-in")))
                .isTrue();
    }

    @Test
    void a_token_is_good_for_nothing_else() {
        assertThat(tokens.isGood("sign-out 1", tokens.issue("sign-in"))).isFalse();
    }

    @Test
    void a_token_expires() {
        var issued = tokens.issue("sign-in");

        assertThat(at(NOW.plus(Duration.ofHours(12)).minusSeconds(1), "a secret")
                        .isGood("sign-in", issued))
                .isTrue();
        assertThat(at(NOW.plus(Duration.ofHours(12)), "a secret").isGood("sign-in", issued))
                .isFalse();
    }

    @Test
    void who_does_not_know_the_secret_makes_none() {
        assertThat(tokens.isGood("sign-in", at(NOW, "another").issue("sign-in")))
                .isFalse();
    }

    @Test
    void nobody_prolongs_a_token() {
        var issued = tokens.issue("sign-in");
        var later =
                Long.parseLong(issued.substring(0, issued.indexOf('.'))) + 1 + issued.substring(issued.indexOf('.'));

        assertThat(tokens.isGood("sign-in", later)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "1.a",
                "99999999999999999999.AAAA",
                "1795767321._4WvVOynStpHNJ0TTWuPteFUW43NuMtniuRA-qfjY0k"
            })
    void anything_else_is_none(String text) {
        assertThat(tokens.isGood("sign-in", text)).isFalse();
        assertThat(tokens.isGood("sign-in", null)).isFalse();
    }
}
