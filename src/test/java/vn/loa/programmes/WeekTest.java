package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class WeekTest {
    @Test
    void weeks_are_those_of_iso_8601() {
        assertThat(Week.of(LocalDate.of(2026, 11, 27)).code()).isEqualTo("2026-W48");
        assertThat(Week.of(LocalDate.of(2027, 1, 1)).code()).isEqualTo("2026-W53");
        assertThat(Week.of(LocalDate.of(2024, 12, 31)).code()).isEqualTo("2025-W01");
    }

    @Property(tries = 200)
    void a_code_leads_to_its_week(@ForAll @IntRange(min = 0, max = 60_000) int day) {
        var week = Week.of(LocalDate.of(2001, 1, 1).plusDays(day));
        assertThat(Week.find(week.code())).contains(week);
    }

    @Test
    void what_is_no_week_is_none() {
        for (var text : new String[] {"", "2026-W00", "2026-W54", "2025-W53", "2026-48", "9999-W01", "2026-W48 "}) {
            assertThat(Week.find(text)).as(text).isEmpty();
        }
    }

    @Test
    void of_a_week_that_has_begun_what_is_over_is_behind() {
        var week = Week.of(LocalDate.parse("2026-11-25"));
        assertThat(week.ahead(LocalDate.parse("2026-11-27"))).isEqualTo("2026-11-27");
        assertThat(week.ahead(LocalDate.parse("2026-11-22"))).isEqualTo("2026-11-23");
        assertThat(week.ahead(LocalDate.parse("2026-11-30"))).isEqualTo("2026-11-23");
    }
}
