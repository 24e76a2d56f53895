package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class UrgentInsertionTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Slot MORNING = new Slot(DAY, LocalTime.of(5, 0), LocalTime.of(5, 10));

    private static PlannedItem item(int after, long product, int seconds, ItemPriority priority) {
        return new PlannedItem(MORNING.start().plusSeconds(after), product, "vi", seconds, priority);
    }

    private static UrgentInsertion insert(int after, int seconds, PlannedItem... items) {
        return UrgentInsertion.into(
                new Schedule(List.of(items)), item(after, 99, seconds, ItemPriority.URGENT), List.of(MORNING));
    }

    @Test
    void what_plays_and_what_follows_comes_after_it_as_far_as_there_is_room() {
        var done = insert(
                250,
                100,
                item(0, 1, 200, ItemPriority.NORMAL),
                item(200, 2, 100, ItemPriority.NORMAL),
                item(300, 3, 100, ItemPriority.HIGH),
                item(400, 4, 150, ItemPriority.NORMAL));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(1L, 99L, 2L, 3L);
        assertThat(done.schedule().items().get(2).at())
                .isEqualTo(MORNING.start().plusSeconds(350));
        assertThat(done.dropped()).extracting(PlannedItem::product).containsExactly(4L);
    }

    @Test
    void the_ordinary_falls_out_before_what_has_priority() {
        var done = insert(0, 400, item(0, 1, 200, ItemPriority.NORMAL), item(200, 2, 200, ItemPriority.HIGH));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(99L, 2L);
        assertThat(done.dropped()).extracting(PlannedItem::product).containsExactly(1L);
    }

    @Test
    void it_waits_for_nothing_but_what_is_urgent_too() {
        var done = insert(50, 100, item(0, 1, 100, ItemPriority.URGENT), item(100, 2, 200, ItemPriority.NORMAL));
        assertThat(done.at()).isEqualTo(MORNING.start().plusSeconds(100));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(1L, 99L, 2L);
    }

    @Test
    void outside_of_slots_it_is_simply_played() {
        var done = insert(7200, 100, item(0, 1, 200, ItemPriority.NORMAL));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(1L, 99L);
        assertThat(done.dropped()).isEmpty();
    }

    @Test
    void just_before_a_slot_what_it_reaches_into_lies_back_as_far_as_there_is_room() {
        var done = insert(-50, 100, item(0, 1, 200, ItemPriority.HIGH), item(200, 2, 390, ItemPriority.NORMAL));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(99L, 1L);
        assertThat(done.schedule().items().get(1).at())
                .isEqualTo(MORNING.start().plusSeconds(50));
        assertThat(done.dropped()).extracting(PlannedItem::product).containsExactly(2L);
    }

    @Test
    void in_the_next_slot_too_what_it_reaches_into_lies_back() {
        var next = new Slot(DAY, MORNING.ends(), MORNING.ends().plusMinutes(5));
        var done = UrgentInsertion.into(
                new Schedule(List.of(item(500, 1, 100, ItemPriority.NORMAL), item(600, 2, 200, ItemPriority.NORMAL))),
                item(560, 99, 100, ItemPriority.URGENT),
                List.of(MORNING, next));
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(99L, 2L);
        assertThat(done.schedule().items().get(1).at())
                .isEqualTo(MORNING.start().plusSeconds(660));
        assertThat(done.dropped()).extracting(PlannedItem::product).containsExactly(1L);
    }
}
