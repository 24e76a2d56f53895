package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDatesTest {
    @Test
    void a_day_has_two_digits_and_months_are_english() {
        assertThat(HttpDates.format(Instant.parse("2026-12-07T20:16:45.9Z")))
                .isEqualTo("Mon, 07 Dec 2026 20:16:45 GMT");
        assertThat(HttpDates.format(Instant.parse("2026-09-30T23:59:59Z"))).isEqualTo("Wed, 30 Sep 2026 23:59:59 GMT");
    }
}
