package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.StationSound;
import vn.loa.common.Texts;
import vn.loa.programmes.PlannedItem.Heard;

class CopyingTest {
    private static final Week THEIRS = Week.of(LocalDate.of(2026, 11, 23));
    private static final Week OURS = THEIRS.plus(1);
    private static final LocalDateTime BEFORE = THEIRS.monday().atStartOfDay();

    private static StationSettings on(String begins, String ends) {
        return new StationSettings(
                List.of(new SlotTime(DayOfWeek.TUESDAY, LocalTime.parse(begins), LocalTime.parse(ends))),
                List.of(),
                PlanningRule.usual());
    }

    private static Ground ground(StationSettings settings, long... playable) {
        Map<Heard, StationSound> sounds = LongStream.of(playable)
                .boxed()
                .collect(Collectors.toMap(
                        id -> new Heard(id, "vi"),
                        id -> new StationSound(
                                id,
                                "s" + id,
                                Texts.none(),
                                "g",
                                Texts.none(),
                                "vi",
                                Duration.ofSeconds(120),
                                "/",
                                "audio/mpeg",
                                1,
                                "00",
                                Instant.EPOCH,
                                false)));
        return new Ground(settings, settings.slotsOf(OURS), List.of(), sounds);
    }

    private static PlannedItem item(int after, long product) {
        return new PlannedItem(
                THEIRS.monday().plusDays(1).atTime(5, 0).plusSeconds(after), product, "vi", 100, ItemPriority.HIGH);
    }

    @Test
    void a_slot_takes_what_the_same_slot_of_the_weekday_has_as_long_as_it_is_now_and_as_far_as_there_is_room() {
        var source = new Copying.Source(
                on("05:00", "05:30"),
                THEIRS,
                new Schedule(List.of(item(0, 1), item(100, 9), item(200, 2), item(300, 3))));
        var copied = Copying.into(OURS, Schedule.empty(), ground(on("17:00", "17:05"), 1, 2, 3), source, BEFORE);
        assertThat(copied.schedule().items()).extracting(PlannedItem::product).containsExactly(1L, 2L);
        assertThat(copied.schedule().items().get(1).at())
                .isEqualTo(OURS.monday().plusDays(1).atTime(17, 2));
        assertThat(copied.schedule().items()).allMatch(item -> item.priority() == ItemPriority.HIGH);
        assertThat(copied.left()).as("one is gone, one has no room").isEqualTo(2);
    }

    @Test
    void a_day_without_slots_takes_nothing() {
        var source = new Copying.Source(on("05:00", "05:30"), THEIRS, new Schedule(List.of(item(0, 1))));
        assertThat(Copying.into(OURS, Schedule.empty(), ground(StationSettings.none(), 1), source, BEFORE)
                        .schedule()
                        .items())
                .isEmpty();
    }
}
