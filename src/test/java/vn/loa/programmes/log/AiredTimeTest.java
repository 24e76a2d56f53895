package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AiredTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T05:00:00+07:00, 2026-11-26T22:00:00Z",
        "2026-11-26T22:00:12Z, 2026-11-26T22:00:12Z",
        "2026-11-27T05:00, 2026-11-26T22:00:00Z",
        "2026-11-27T05:00:00.9, 2026-11-26T22:00:00Z"
    })
    void a_moment_is_read_with_an_offset_or_by_the_clock_of_vietnam(String text, String moment) {
        assertThat(AiredTime.of(text).moment()).isEqualTo(Instant.parse(moment));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-27, 05:00",
        "27/11/2026, 5:00",
        "27-11-2026, 5h",
        "27.11.2026, 05:00:00",
        "' 27/11/2026 ', 5g00"
    })
    void a_day_and_a_time_are_read_as_people_write_them(String day, String time) {
        assertThat(AiredTime.of(day, time).moment()).isEqualTo(Instant.parse("2026-11-26T22:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hôm qua",
                "2026-11-27",
                "2026-02-30T05:00",
                "2026-11-27T25:00",
                "2026-11-27T05:00+99:00",
                "05:00"
            })
    void what_is_no_moment_is_a_fault_and_no_exception(String text) {
        assertThat(AiredTime.of(text).fault()).isEqualTo(LogFault.NO_TIME);
        assertThat(AiredTime.of(text, "05:00").fault())
                .isIn(LogFault.NO_TIME, text.equals("2026-11-27") ? null : LogFault.NO_TIME);
    }

    @Test
    void a_time_that_the_clock_has_skipped_is_none() {
        assertThat(AiredTime.of("2026-03-29T02:30:00", BERLIN).fault()).isEqualTo(LogFault.SKIPPED);
        assertThat(AiredTime.of("29/3/2026", "2:30", BERLIN).fault()).isEqualTo(LogFault.SKIPPED);
        assertThat(AiredTime.of("2026-03-29T02:30:00+01:00", BERLIN).moment())
                .as("with an offset it is one")
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void of_a_time_that_came_twice_the_first_is_meant() {
        assertThat(AiredTime.of("2026-10-25T02:30:00", BERLIN).moment())
                .isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
    }
}
