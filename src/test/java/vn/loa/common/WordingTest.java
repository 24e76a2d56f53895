package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {
    private final Wording vietnamese = new Wording(Messages.in("vi"));
    private final Wording english = new Wording(Messages.in("en"));

    @ParameterizedTest
    @CsvSource({
        "312, 5 phút 12 giây",
        "300, 5 phút",
        "45, 45 giây",
        "3900, 1 giờ 5 phút",
        "3912, 1 giờ 5 phút",
        "0, 1 giây"
    })
    void durations_are_said_in_plain_words(long seconds, String words) {
        assertThat(vietnamese.duration(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void english_knows_one_from_many() {
        assertThat(english.duration(Duration.ofSeconds(61))).isEqualTo("1 minute 1 second");
        assertThat(english.duration(Duration.ofSeconds(122))).isEqualTo("2 minutes 2 seconds");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 KB",
        "1, 1 KB",
        "43210, 43 KB",
        "999400, 999 KB",
        "999600, 1 MB",
        "1240000, '1,2 MB'",
        "25000000, 25 MB",
        "140400000, 140 MB"
    })
    void sizes_have_a_decimal_comma_and_stay_on_one_line(long bytes, String words) {
        assertThat(vietnamese.size(bytes)).isEqualTo(words.replace(' ', '\u00a0'));
    }

    @Test
    void days_are_written_out_and_counted_in_vietnam() {
        assertThat(vietnamese.day(LocalDate.of(2025, 5, 22))).isEqualTo("ngày 22 tháng 5 năm 2025");
        assertThat(english.day(LocalDate.of(2025, 5, 22))).isEqualTo("22 May 2025");
        assertThat(vietnamese.month(LocalDate.of(2024, 4, 1))).isEqualTo("tháng 4 năm 2024");
        assertThat(vietnamese.year(LocalDate.of(2024, 1, 1))).isEqualTo("năm 2024");
        assertThat(vietnamese.dayOf(Instant.parse("2025-05-21T17:00:00Z"))).isEqualTo("ngày 22 tháng 5 năm 2025");
    }

    @Test
    void numbers_and_positions_are_written_as_people_write_them() {
        assertThat(vietnamese.number(200_000)).isEqualTo("200.000");
        assertThat(english.number(200_000)).isEqualTo("200,000");
        assertThat(vietnamese.speed(1.25)).isEqualTo("1,25×");
        assertThat(vietnamese.clock(72_900)).isEqualTo("1:12");
        assertThat(vietnamese.clock(3_725_000)).isEqualTo("1:02:05");
    }
}
