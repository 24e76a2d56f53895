package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.ScheduleProblem.Kind;

class ScheduleCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Slot MORNING = new Slot(DAY, LocalTime.of(5, 0), LocalTime.of(5, 10));
    private static final Map<Heard, Integer> LENGTHS =
            Map.of(new Heard(1, "vi"), 300, new Heard(2, "vi"), 290, new Heard(3, "hmn"), 60, new Heard(4, "vi"), 240);

    private static PlannedItem item(int after, long product, int seconds) {
        return new PlannedItem(
                MORNING.start().plusSeconds(after), product, product == 3 ? "hmn" : "vi", seconds, ItemPriority.NORMAL);
    }

    private static List<ScheduleProblem> problems(PlanningRule rule, List<PlannedItem> heard, PlannedItem... items) {
        return new ScheduleCheck(List.of(MORNING), rule, LENGTHS, heard).of(new Schedule(List.of(items)));
    }

    private static List<ScheduleProblem> problems(PlannedItem... items) {
        return problems(PlanningRule.usual(), List.of(), items);
    }

    @Test
    void a_full_slot_has_nothing_wrong() {
        assertThat(problems(item(0, 1, 300), item(300, 2, 290))).isEmpty();
    }

    @Test
    void two_things_at_once_and_what_goes_on_too_long_are_errors_with_their_seconds() {
        var found = problems(item(0, 1, 300), item(299, 2, 302));
        assertThat(found).extracting(ScheduleProblem::kind).containsExactly(Kind.OVERLAP, Kind.OVERRUN);
        assertThat(found).extracting(ScheduleProblem::seconds).containsExactly(1L, 1L);
        assertThat(found).allMatch(ScheduleProblem::isError);
    }

    @Test
    void only_what_is_urgent_may_be_played_outside_of_slots() {
        var late = item(3600, 1, 300);
        assertThat(problems(late)).extracting(ScheduleProblem::kind).contains(Kind.OUTSIDE);
        var urgent = new PlannedItem(late.at(), 1, "vi", 300, ItemPriority.URGENT);
        assertThat(problems(urgent)).extracting(ScheduleProblem::kind).containsExactly(Kind.EMPTY);
    }

    @Test
    void what_cannot_be_played_any_more_or_has_become_longer_is_told() {
        assertThat(problems(item(0, 9, 300), item(300, 1, 280)))
                .extracting(ScheduleProblem::kind)
                .containsExactly(Kind.UNPLAYABLE, Kind.EMPTY, Kind.LONGER);
    }

    @Test
    void what_has_become_longer_is_an_error_where_it_reaches_into_the_next_or_out_of_the_slot() {
        assertThat(problems(item(0, 1, 280), item(280, 1, 290)))
                .extracting(ScheduleProblem::kind)
                .contains(Kind.OVERLAP)
                .doesNotContain(Kind.OVERRUN);
        assertThat(problems(item(310, 1, 280)))
                .extracting(ScheduleProblem::kind)
                .contains(Kind.OVERRUN);
    }

    @Test
    void what_a_long_thing_covers_is_told_of_each() {
        var urgent = new PlannedItem(MORNING.start(), 1, "vi", 300, ItemPriority.URGENT);
        assertThat(problems(urgent, item(100, 2, 10), item(200, 2, 10)))
                .filteredOn(each -> each.kind() == Kind.OVERLAP)
                .hasSize(2);
    }

    @Test
    void what_is_heard_again_too_soon_is_told_once_and_never_of_urgent_things() {
        var yesterday = new PlannedItem(MORNING.start().minusDays(1), 1, "vi", 300, ItemPriority.NORMAL);
        assertThat(problems(PlanningRule.usual(), List.of(yesterday), item(0, 1, 300), item(300, 2, 290)))
                .extracting(ScheduleProblem::kind)
                .containsExactly(Kind.REPEATED);
        var urgent = new PlannedItem(MORNING.start(), 1, "vi", 300, ItemPriority.URGENT);
        assertThat(problems(PlanningRule.usual(), List.of(yesterday), urgent, item(300, 2, 290)))
                .isEmpty();
    }

    @Test
    void what_was_heard_for_an_emergency_makes_no_early_repeat_of_what_was_planned() {
        var yesterday = new PlannedItem(MORNING.start().minusDays(1), 1, "vi", 300, ItemPriority.URGENT);
        var before = new PlannedItem(MORNING.start().minusMinutes(10), 2, "vi", 290, ItemPriority.URGENT);

        assertThat(problems(PlanningRule.usual(), List.of(yesterday), before, item(0, 1, 300), item(300, 2, 290)))
                .isEmpty();
    }

    @Test
    void a_language_far_behind_its_share_is_told() {
        var rule = new PlanningRule(List.of(), false, PlanningRule.Order.NEWEST, 0, Map.of("vi", 50, "hmn", 50));
        var found = problems(rule, List.of(), item(0, 1, 300), item(300, 4, 240), item(540, 3, 60));
        assertThat(found).singleElement().satisfies(problem -> {
            assertThat(problem.kind()).isEqualTo(Kind.SHARE);
            assertThat(problem.language()).isEqualTo("hmn");
            assertThat(problem.seconds()).isEqualTo(10);
        });
    }
}
