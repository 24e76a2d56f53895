package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What stands in the programme already when somebody sends it again. */
class InsertUrgentlyTest {
    @Test
    void around_midnight_on_sunday_what_was_put_in_a_minute_before_stands_in_the_week_before() {
        var sunday = at("2026-11-29T23:59");
        var monday = at("2026-11-30T00:01");

        assertThat(InsertUrgently.weekBefore(monday)).contains(Week.of(sunday.toLocalDate()));
        assertThat(InsertUrgently.weekBefore(sunday)).isEmpty();
        assertThat(InsertUrgently.already(List.of(urgent(sunday)), urgent(monday), monday))
                .contains(urgent(sunday));
    }

    @Test
    void what_was_over_half_an_hour_ago_or_comes_later_is_another() {
        var now = at("2026-11-30T12:00");
        var before = urgent(at("2026-11-30T11:28"));
        var later = urgent(at("2026-11-30T12:10"));

        assertThat(InsertUrgently.already(List.of(before, later), urgent(now), now))
                .isEmpty();
    }

    private static PlannedItem urgent(LocalDateTime at) {
        return new PlannedItem(at, 1, "vi", 60, ItemPriority.URGENT);
    }

    private static LocalDateTime at(String moment) {
        return LocalDateTime.parse(moment);
    }
}
