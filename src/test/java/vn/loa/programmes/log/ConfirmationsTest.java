package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.log.Confirmations.Moment;

class ConfirmationsTest {
    private static final Heard SKIT = new Heard(1, "hmn");

    @Test
    void what_was_planned_and_never_told_of_is_due() {
        assertThat(due(at("2026-11-27T05:00", "2026-11-27T17:00"), at()))
                .containsExactly("2026-11-27T05:00", "2026-11-27T17:00");
    }

    @Test
    void what_was_aired_late_was_aired() {
        assertThat(due(at("2026-11-27T05:00"), at("2026-11-27T05:12:30"))).isEmpty();
    }

    @Test
    void the_evening_does_not_stand_for_the_morning() {
        assertThat(due(at("2026-11-27T05:00", "2026-11-27T17:00"), at("2026-11-27T17:01")))
                .containsExactly("2026-11-27T05:00");
    }

    @Test
    void what_was_aired_at_quite_another_time_of_the_day_was_not_what_was_planned() {
        assertThat(due(at("2026-11-27T05:30:21"), at("2026-11-27T21:00"))).containsExactly("2026-11-27T05:30:21");
        assertThat(due(at("2026-11-27T05:30"), at("2026-11-27T06:00:01"))).containsExactly("2026-11-27T05:30");
        assertThat(due(at("2026-11-27T05:30"), at("2026-11-27T06:00"))).isEmpty();
        assertThat(due(at("2026-11-27T05:30"), at("2026-11-27T05:00"))).isEmpty();
    }

    @Test
    void what_was_planned_shortly_before_midnight_and_aired_after_it_was_aired() {
        assertThat(due(at("2026-11-27T23:58"), at("2026-11-28T00:03"))).isEmpty();
    }

    @Test
    void an_entry_answers_one_planned_thing_alone() {
        assertThat(due(at("2026-11-27T05:00", "2026-11-27T05:05"), at("2026-11-27T05:01")))
                .containsExactly("2026-11-27T05:05");
    }

    @Test
    void another_day_and_another_language_answer_nothing() {
        assertThat(due(at("2026-11-27T05:00"), at("2026-11-28T05:00"))).containsExactly("2026-11-27T05:00");
        var told = List.of(new Moment(LocalDateTime.parse("2026-11-27T05:00"), new Heard(1, "vi")));
        assertThat(Confirmations.due(at("2026-11-27T05:00"), told)).hasSize(1);
    }

    @Test
    void an_entry_is_told_which_planned_thing_it_answers_and_what_was_not_planned_answers_nothing() {
        assertThat(Confirmations.answers(
                        at("2026-11-27T05:00", "2026-11-27T17:00"),
                        at("2026-11-27T17:02", "2026-11-26T05:00", "2026-11-27T05:01", "2026-11-27T12:00")))
                .containsOnly(Map.entry(0, 1), Map.entry(2, 0));
    }

    private static List<String> due(List<Moment> planned, List<Moment> told) {
        return Confirmations.due(planned, told).stream()
                .map(each -> each.at().toString())
                .toList();
    }

    private static List<Moment> at(String... moments) {
        return Stream.of(moments)
                .map(moment -> new Moment(LocalDateTime.parse(moment), SKIT))
                .toList();
    }
}
