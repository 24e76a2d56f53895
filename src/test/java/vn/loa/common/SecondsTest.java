package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "7, 7000", "7.5, 7500", "72.04, 72040", "86400, 86400000", "999999999, 86400000"})
    void a_moment_in_an_address_is_read_to_the_thousandth(String text, long millis) {
        assertThat(Seconds.millis(text)).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1e9", "7.", ".5", "7,5", "1234567890", "7.1234", "bảy"})
    void what_is_no_moment_is_the_beginning(String text) {
        assertThat(Seconds.millis(text)).isZero();
    }

    @Test
    void it_is_written_without_zeros_that_say_nothing() {
        assertThat(Seconds.text(0)).isEqualTo("0");
        assertThat(Seconds.text(7_000)).isEqualTo("7");
        assertThat(Seconds.text(7_500)).isEqualTo("7.5");
        assertThat(Seconds.text(100_000)).isEqualTo("100");
        assertThat(Seconds.text(72_043)).isEqualTo("72.043");
    }
}
