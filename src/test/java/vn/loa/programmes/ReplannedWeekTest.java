package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.StationSound;
import vn.loa.common.Texts;
import vn.loa.programmes.Copying.Source;
import vn.loa.programmes.EditProgramme.Entry;
import vn.loa.programmes.EditProgramme.Mode;

/** A week that is planned or copied while it is on air, and what everybody sees when files and slots have changed since. Each work lasts 100 seconds. */
class ReplannedWeekTest {
    private static final Week WEEK = new Week(LocalDate.of(2026, 11, 23));
    private static final StationSettings SETTINGS = new StationSettings(
            List.of(slot(DayOfWeek.MONDAY), slot(DayOfWeek.TUESDAY)), List.of(), PlanningRule.usual());
    private static final Slot MONDAY = SETTINGS.slotsOf(WEEK).get(0);
    private static final Slot TUESDAY = SETTINGS.slotsOf(WEEK).get(1);

    private static SlotTime slot(DayOfWeek day) {
        return new SlotTime(day, LocalTime.of(5, 0), LocalTime.of(5, 5));
    }

    private static PlannedItem item(Slot slot, int after, long product, ItemPriority priority) {
        return new PlannedItem(slot.start().plusSeconds(after), product, "vi", 100, priority);
    }

    private static StationSound sound(long product, int seconds) {
        return new StationSound(
                product,
                "viec-" + product,
                Texts.none(),
                "tieu-pham",
                Texts.none(),
                "vi",
                Duration.ofSeconds(seconds),
                "/tep",
                "audio/mpeg",
                1,
                "",
                Instant.EPOCH,
                false);
    }

    private static Ground ground(long... products) {
        var sounds =
                Arrays.stream(products).mapToObj(product -> sound(product, 100)).toList();
        return new Ground(SETTINGS, SETTINGS.slotsOf(WEEK), List.of(), Grounds.byHeard(sounds));
    }

    private static Schedule schedule(PlannedItem... items) {
        return new Schedule(List.of(items));
    }

    @Test
    void a_copy_leaves_what_was_played_and_what_is_urgent_and_takes_no_emergency_over() {
        var monday = item(MONDAY, 0, 1, ItemPriority.NORMAL);
        var between = item(MONDAY, 3600, 2, ItemPriority.URGENT);
        var storm = item(TUESDAY, 0, 3, ItemPriority.URGENT);
        var lastWeek = WEEK.plus(-1);
        var theirs = SETTINGS.slotsOf(lastWeek);
        var source = new Source(
                SETTINGS,
                lastWeek,
                schedule(
                        item(theirs.get(0), 0, 4, ItemPriority.NORMAL),
                        item(theirs.get(1), 0, 5, ItemPriority.URGENT),
                        item(theirs.get(1), 100, 6, ItemPriority.NORMAL),
                        item(theirs.get(1), 200, 7, ItemPriority.HIGH)));
        var done = Copying.into(
                WEEK,
                schedule(monday, between, storm, item(TUESDAY, 100, 8, ItemPriority.NORMAL)),
                ground(1, 2, 3, 4, 5, 6, 7, 8),
                source,
                MONDAY.end());
        assertThat(done.schedule().items())
                .containsExactly(
                        monday,
                        between,
                        storm,
                        item(TUESDAY, 100, 6, ItemPriority.NORMAL),
                        item(TUESDAY, 200, 7, ItemPriority.HIGH));
        assertThat(done.left()).isZero();
    }

    @Test
    void a_copy_tells_what_had_no_place_and_prefers_what_has_priority() {
        var theirs = new StationSettings(
                List.of(new SlotTime(DayOfWeek.TUESDAY, LocalTime.of(17, 0), LocalTime.of(18, 0))),
                List.of(),
                PlanningRule.usual());
        var slot = theirs.slotsOf(WEEK).get(0);
        var many = new Schedule(IntStream.range(0, 4)
                .mapToObj(i -> item(slot, i * 100, i + 1, i == 3 ? ItemPriority.HIGH : ItemPriority.NORMAL))
                .toList());
        var done =
                Copying.into(WEEK, Schedule.empty(), ground(1, 2, 3, 4), new Source(theirs, WEEK, many), MONDAY.end());
        assertThat(done.schedule().items()).extracting(PlannedItem::product).containsExactly(1L, 2L, 4L);
        assertThat(done.left()).isEqualTo(1);
    }

    @Test
    void planning_tells_what_fell_out() {
        var gone = item(TUESDAY, 0, 9, ItemPriority.HIGH);
        var chosen = item(TUESDAY, 100, 1, ItemPriority.NORMAL);
        var outside = item(TUESDAY, 7200, 2, ItemPriority.HIGH);
        var before = schedule(item(MONDAY, 0, 3, ItemPriority.NORMAL), gone, chosen, outside);
        var filled = Planning.of(before, ground(1, 2, 3), Mode.FILL, MONDAY.end());
        assertThat(filled.left()).as("one without a file, one without a slot").isEqualTo(2);
        assertThat(filled.schedule().items())
                .contains(item(MONDAY, 0, 3, ItemPriority.NORMAL), chosen.moved(TUESDAY.start()));
        assertThat(Planning.of(before, ground(1, 2, 3), Mode.ANEW, MONDAY.end()).left())
                .as("what was to be planned anew does not fall out")
                .isEqualTo(2);
        assertThat(Planning.of(schedule(chosen), ground(1, 2, 3), Mode.ANEW, MONDAY.end())
                        .left())
                .isZero();
    }

    @Test
    void a_slot_written_by_hand_begins_after_what_is_urgent_and_reaches_into_it() {
        var urgent = item(TUESDAY, -40, 1, ItemPriority.URGENT);
        var laid = laid(MONDAY.end(), schedule(urgent), entry(2)).items();
        assertThat(laid).extracting(PlannedItem::at).containsExactly(urgent.end());
        assertThat(ground(1, 2).errors(schedule(urgent, laid.get(0)))).isEmpty();
        var planned = Planning.of(schedule(urgent), ground(1, 2), Mode.FILL, MONDAY.end());
        assertThat(planned.schedule().items()).hasSize(2);
        assertThat(ground(1, 2).errors(planned.schedule())).isEmpty();
    }

    private static Laying laid(LocalDateTime begun, Schedule schedule, Entry... entries) {
        return Laying.of(TUESDAY, List.of(entries), ground(1, 2, 3), schedule, begun);
    }

    private static Entry entry(long product) {
        return new Entry(product, "vi", ItemPriority.NORMAL);
    }

    @Test
    void a_slot_written_by_hand_neither_moves_nor_drops_what_is_urgent_in_it() {
        var first = item(TUESDAY, 0, 1, ItemPriority.NORMAL);
        var storm = item(TUESDAY, 120, 2, ItemPriority.URGENT);
        var before = schedule(first, storm);
        var shown = new Entry(2, "vi", ItemPriority.URGENT);
        for (var written : List.of(List.of(entry(1), shown), List.of(shown, entry(1)), List.of(entry(1)))) {
            var laid = laid(MONDAY.end(), before, written.toArray(Entry[]::new));
            assertThat(laid.items()).containsExactly(first, storm);
            assertThat(laid.left()).isZero();
        }
        assertThat(laid(MONDAY.end(), before, entry(1), entry(3)).items())
                .as("the rest is laid around it")
                .containsExactly(first, storm, item(TUESDAY, 220, 3, ItemPriority.NORMAL));
        assertThat(laid(MONDAY.end(), schedule(first), entry(1), shown).items())
                .as("who writes something into a slot makes nothing urgent")
                .containsExactly(first);
    }

    @Test
    void a_slot_written_while_it_is_on_air_leaves_what_has_begun_and_lays_nothing_into_the_past() {
        var over = item(TUESDAY, 0, 1, ItemPriority.NORMAL);
        var playing = item(TUESDAY, 100, 2, ItemPriority.NORMAL);
        var before = schedule(over, playing, item(TUESDAY, 200, 3, ItemPriority.NORMAL));
        assertThat(laid(TUESDAY.start().plusSeconds(130), before, entry(2), entry(3))
                        .items())
                .as("what was removed was heard")
                .containsExactlyElementsOf(before.items());
        assertThat(laid(TUESDAY.start().plusSeconds(130), before, entry(1), entry(3))
                        .items())
                .as("what is being heard can be taken away")
                .containsExactly(over, item(TUESDAY, 130, 3, ItemPriority.NORMAL));
        assertThat(laid(TUESDAY.start().plusSeconds(130), before, entry(1), entry(2), entry(3))
                        .items())
                .containsExactlyElementsOf(before.items());
        assertThat(laid(TUESDAY.start().plusSeconds(130), schedule(over), entry(1), entry(3))
                        .items())
                .containsExactly(over, item(TUESDAY, 130, 3, ItemPriority.NORMAL));
        assertThat(laid(TUESDAY.end(), before, entry(3)).errors(ground(1, 2, 3)))
                .as("nothing is wrong with what was heard")
                .isEmpty();
    }

    @Test
    void what_was_heard_of_a_week_stays_in_it_whatever_is_written() {
        var over = item(MONDAY, 0, 1, ItemPriority.NORMAL);
        var playing = item(MONDAY, 100, 2, ItemPriority.NORMAL);
        var shown = schedule(over, playing, item(MONDAY, 200, 3, ItemPriority.NORMAL));
        var moment = MONDAY.start().plusSeconds(130);
        assertThat(shown.until(moment, Schedule.empty()).items()).containsExactly(over);
        assertThat(shown.until(moment, schedule(item(MONDAY, 0, 3, ItemPriority.NORMAL), playing))
                        .items())
                .containsExactly(over, playing);
        var later = item(TUESDAY, 0, 1, ItemPriority.NORMAL);
        assertThat(shown.until(moment, schedule(playing, later)).items()).containsExactly(over, playing, later);
        assertThat(shown.until(LocalDateTime.MIN, schedule(later)).items()).containsExactly(later);
    }

    @Test
    void outside_of_slots_everybody_hears_only_what_is_urgent() {
        var silent = new StationSettings(
                SETTINGS.slots(), List.of(new Holiday(TUESDAY.day(), "Nghỉ", null)), PlanningRule.usual());
        var schedule = schedule(item(TUESDAY, 0, 1, ItemPriority.NORMAL), item(TUESDAY, 100, 2, ItemPriority.URGENT));
        var day = PlayedDay.of(TUESDAY.day(), silent, schedule, ground(1, 2).sounds());
        assertThat(day.blocks())
                .singleElement()
                .satisfies(block -> assertThat(block.lines())
                        .extracting(line -> line.sound().product())
                        .containsExactly(2L));
    }

    @Test
    void what_has_become_longer_pushes_what_follows_and_what_has_no_room_any_more_is_not_heard() {
        var schedule = schedule(
                item(MONDAY, 0, 1, ItemPriority.NORMAL),
                item(MONDAY, 100, 2, ItemPriority.NORMAL),
                item(MONDAY, 200, 3, ItemPriority.NORMAL));
        var sounds = Grounds.byHeard(List.of(sound(1, 150), sound(2, 100), sound(3, 100)));
        var lines = PlayedDay.of(MONDAY.day(), SETTINGS, schedule, sounds)
                .blocks()
                .get(0)
                .lines();
        assertThat(lines)
                .extracting(PlayedDay.Line::at)
                .containsExactly(MONDAY.start(), MONDAY.start().plusSeconds(150));
    }
}
