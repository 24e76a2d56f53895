package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.HeardWork;
import vn.loa.catalog.StationSound;
import vn.loa.common.Texts;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.PlannedItem.Heard;
import vn.loa.programmes.PlanningRule;
import vn.loa.programmes.PlayedDay;
import vn.loa.programmes.Schedule;
import vn.loa.programmes.SlotTime;
import vn.loa.programmes.StationSettings;
import vn.loa.programmes.log.DueBroadcasts.Due;
import vn.loa.programmes.log.MonthReport.Filed;
import vn.loa.programmes.log.MonthReports.Filings;

class DueBroadcastsTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
    private static final Filed FILED = new Filed(Instant.EPOCH, "ha");
    private static final Texts TITLE = Texts.of("vi", "Tiểu phẩm");

    /** Withdrawn since, and public. */
    private static final List<HeardWork> WORKS = List.of(
            new HeardWork(1, "da-go", TITLE, TITLE, false, Instant.EPOCH, Set.of("vi")),
            new HeardWork(2, "con-day", TITLE, TITLE, true, Instant.EPOCH, Set.of("vi")));

    /** By now at six alone. */
    private static final StationSettings SETTINGS = new StationSettings(
            Arrays.stream(java.time.DayOfWeek.values())
                    .map(day -> new SlotTime(day, LocalTime.of(6, 0), LocalTime.of(6, 30)))
                    .toList(),
            List.of(),
            PlanningRule.usual());

    @Test
    void what_was_planned_for_a_day_that_is_over_stays_due_whatever_becomes_of_slots_and_works() {
        var due = due("2026-11-25T05:00 1", "2026-11-26T05:00 2", "2026-11-26T06:00 1");

        assertThat(due).containsExactly("2026-11-25T05:00 da-go", "2026-11-26T05:00 con-day", "2026-11-26T06:00 da-go");
    }

    @Test
    void of_today_that_is_due_which_could_be_heard() {
        assertThat(due("2026-11-27T05:00 2", "2026-11-27T06:00 1", "2026-11-27T06:05 2"))
                .containsExactly("2026-11-27T06:05 con-day");
    }

    @Test
    void nobody_is_asked_of_what_was_planned_before() {
        assertThat(due("2026-10-31T05:00 2")).isEmpty();
    }

    @Test
    void one_is_asked_back_to_the_first_of_last_month_until_its_report_is_filed() {
        assertThat(new Filings(LocalDate.parse("2026-11-27"), null, null).since())
                .isEqualTo("2026-10-01");
        assertThat(new Filings(LocalDate.parse("2026-11-27"), null, FILED).since())
                .isEqualTo("2026-10-23");
        assertThat(new Filings(LocalDate.parse("2026-11-01"), null, null).since())
                .isEqualTo("2026-09-27");
    }

    private static List<String> due(String... planned) {
        var schedule = new Schedule(Arrays.stream(planned)
                .map(each -> each.split(" "))
                .map(each -> new PlannedItem(
                        LocalDateTime.parse(each[0]), Long.parseLong(each[1]), "vi", 60, ItemPriority.NORMAL))
                .toList());
        var played = PlayedDay.of(TODAY, SETTINGS, schedule, Map.of(new Heard(2, "vi"), sound()));
        var all = DueBroadcasts.planned(
                schedule, List.of(played), WORKS, new LogDays(LocalDate.parse("2026-11-01"), TODAY));
        return DueBroadcasts.due(all, List.of(), List.of(), TODAY.atTime(20, 0)).stream()
                .map(DueBroadcastsTest::words)
                .toList();
    }

    private static String words(Due due) {
        return due.at() + " " + due.slug();
    }

    private static StationSound sound() {
        return new StationSound(
                2,
                "con-day",
                TITLE,
                "tieu-pham",
                TITLE,
                "vi",
                Duration.ofSeconds(60),
                "/media/x",
                "audio/mpeg",
                1,
                "0",
                Instant.EPOCH,
                false);
    }
}
