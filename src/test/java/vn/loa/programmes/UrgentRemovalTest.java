package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UrgentRemovalTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Slot MORNING = new Slot(DAY, LocalTime.of(5, 0), LocalTime.of(5, 10));
    private static final long EMERGENCY = 99;

    /** Three things of 200 s, one after the other, that fill the slot. */
    private static final Schedule USUAL = new Schedule(List.of(
            item(0, 1, 200, ItemPriority.NORMAL),
            item(200, 2, 200, ItemPriority.NORMAL),
            item(400, 3, 200, ItemPriority.NORMAL)));

    private static PlannedItem item(int after, long product, int seconds, ItemPriority priority) {
        return new PlannedItem(MORNING.start().plusSeconds(after), product, "vi", seconds, priority);
    }

    private static Schedule with(Schedule schedule, int after, int seconds) {
        return UrgentInsertion.into(schedule, item(after, EMERGENCY, seconds, ItemPriority.URGENT), List.of(MORNING))
                .schedule();
    }

    private static Schedule stopped(Schedule schedule, Schedule before, int after) {
        Set<PlannedItem> stopped = schedule.items().stream()
                .filter(item -> item.product() == EMERGENCY)
                .collect(Collectors.toSet());
        return UrgentRemoval.from(schedule, stopped, before, MORNING.start().plusSeconds(after), List.of(MORNING));
    }

    @Test
    void what_has_not_begun_leaves_everything_as_it_was() {
        assertThat(stopped(with(USUAL, 250, 300), USUAL, 100)).isEqualTo(USUAL);
    }

    @Test
    void what_it_pushed_aside_follows_at_once_as_far_as_there_is_room() {
        var left = stopped(with(USUAL, 250, 300), USUAL, 310).items();
        assertThat(left).extracting(PlannedItem::product).containsExactly(1L, 2L);
        assertThat(left.get(1).at())
                .as("it was broken off, and is heard from its beginning")
                .isEqualTo(MORNING.start().plusSeconds(310));
    }

    @Test
    void what_had_no_room_beside_it_comes_back() {
        var usual = USUAL.only(item -> item.product() != 2);
        var whole = with(usual, 0, 350);
        assertThat(whole.items()).extracting(PlannedItem::product).containsExactly(EMERGENCY, 1L);
        assertThat(stopped(whole, usual, 100).items())
                .extracting(PlannedItem::product)
                .containsExactly(1L, 3L);
    }

    @Test
    void a_slot_that_was_changed_since_keeps_what_is_in_it() {
        var changed = with(USUAL, 0, 100)
                .with(
                        MORNING,
                        List.of(item(0, EMERGENCY, 100, ItemPriority.URGENT), item(100, 7, 200, ItemPriority.NORMAL)));
        assertThat(stopped(changed, USUAL, 50).items()).containsExactly(item(50, 7, 200, ItemPriority.NORMAL));
    }

    @Test
    void what_is_over_by_the_programme_and_still_sounds_somewhere_moves_nothing() {
        var whole = with(USUAL, 0, 100);
        assertThat(stopped(whole, USUAL, 300).items())
                .as("what follows begins when it was to begin")
                .isEqualTo(whole.only(item -> !item.isUrgent()).items());
    }

    @Test
    void another_emergency_goes_on() {
        var other = UrgentInsertion.into(USUAL, item(0, 50, 100, ItemPriority.URGENT), List.of(MORNING))
                .schedule();
        var left = stopped(with(other, 50, 200), other, 60).items();
        assertThat(left).extracting(PlannedItem::product).containsExactly(50L, 1L, 2L);
        assertThat(left.get(1).at()).isEqualTo(MORNING.start().plusSeconds(100));
    }

    @Test
    void outside_of_slots_it_is_simply_gone() {
        assertThat(stopped(with(USUAL, 7200, 100), USUAL, 7230)).isEqualTo(USUAL);
    }
}
