package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;
import vn.loa.common.TimeSource;
import vn.loa.programmes.ItemPriority;
import vn.loa.programmes.PlannedItem;
import vn.loa.programmes.log.DueBroadcasts.Due;
import vn.loa.programmes.log.MonthReport.Line;
import vn.loa.programmes.log.MonthReport.Told;

class MonthReportTest {
    private static final YearMonth MONTH = YearMonth.of(2026, 10);
    private static final LocalDateTime AFTER = LocalDateTime.parse("2026-11-02T08:00");
    private static final int LENGTH = 120;

    @Test
    void what_was_heard_is_counted_by_the_priority_it_was_planned_with_and_by_language_what_presses_first() {
        var report = report(
                List.of(
                        planned("2026-10-05T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-05T05:10", "hmn", ItemPriority.HIGH),
                        planned("2026-10-06T05:00", "vi", ItemPriority.URGENT)),
                List.of(
                        told("2026-10-05T05:01", "vi", AiredOutcome.AIRED, LENGTH),
                        told("2026-10-05T05:10", "hmn", AiredOutcome.CUT, 30),
                        told("2026-10-06T05:00", "vi", AiredOutcome.AIRED, LENGTH),
                        told("2026-10-06T19:00", "vi", AiredOutcome.AIRED, LENGTH)),
                AFTER);

        assertThat(report.lines())
                .containsExactly(
                        new Line(ItemPriority.URGENT, "vi", 1, 0, LENGTH),
                        new Line(ItemPriority.HIGH, "hmn", 0, 1, 30),
                        new Line(ItemPriority.NORMAL, "vi", 1, 0, LENGTH),
                        new Line(null, "vi", 1, 0, LENGTH));
        assertThat(report.aired()).isEqualTo(3);
        assertThat(report.seconds()).isEqualTo(3 * LENGTH + 30);
    }

    @Test
    void other_months_count_for_nothing() {
        var report = report(
                List.of(planned("2026-09-30T05:00", "vi", ItemPriority.NORMAL)),
                List.of(
                        told("2026-09-30T23:59:59", "vi", AiredOutcome.AIRED, LENGTH),
                        told("2026-11-01T00:00", "vi", AiredOutcome.AIRED, LENGTH),
                        told("2026-10-31T23:59:59", "vi", AiredOutcome.AIRED, LENGTH)),
                AFTER);

        assertThat(report.aired()).isEqualTo(1);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void what_nobody_has_told_of_waits_and_what_was_missed_is_told() {
        var report = report(
                List.of(
                        planned("2026-10-05T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-05T05:10", "hmn", ItemPriority.NORMAL)),
                List.of(told("2026-10-05T05:00", "vi", AiredOutcome.MISSED, 0)),
                AFTER);

        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.missed()).isEqualTo(1);
        assertThat(report.lines()).isEmpty();
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void days_with_a_programme_of_which_the_log_names_nothing_are_silent_up_to_yesterday() {
        var report = report(
                List.of(
                        planned("2026-10-01T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-02T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-03T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-05T05:00", "vi", ItemPriority.NORMAL),
                        planned("2026-10-09T05:00", "vi", ItemPriority.NORMAL)),
                List.of(
                        told("2026-10-02T05:00", "vi", AiredOutcome.AIRED, LENGTH),
                        told("2026-10-03T05:00", "vi", AiredOutcome.MISSED, 0)),
                LocalDateTime.parse("2026-10-05T20:00"));

        assertThat(report.silent()).containsExactly(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-03"));
    }

    @Test
    void a_day_for_which_nothing_was_planned_was_not_silent() {
        var begun = report(
                List.of(planned("2026-10-29T05:00", "vi", ItemPriority.NORMAL)),
                List.of(told("2026-10-28T05:00", "vi", AiredOutcome.AIRED, LENGTH)),
                AFTER);
        assertThat(begun.silent()).containsExactly(LocalDate.parse("2026-10-29"));

        var none = report(List.of(), List.of(), AFTER);
        assertThat(none.silent()).isEmpty();
        assertThat(none.isEmpty()).isTrue();
    }

    /** An emergency is put in for the next minute and heard at once. */
    @Test
    void what_was_planned_for_midnight_and_heard_a_minute_before_is_told_of_in_the_month_in_which_it_was_heard() {
        var planned = List.of(planned("2026-11-01T00:00", "vi", ItemPriority.URGENT));
        var heard = List.of(new Logged(
                1,
                told("2026-10-31T23:59", "vi", AiredOutcome.AIRED, LENGTH),
                LocalDateTime.parse("2026-11-01T00:00").atZone(TimeSource.ZONE).toInstant()));

        var october = report(MONTH, planned, heard, AFTER);
        assertThat(october.lines()).containsExactly(new Line(ItemPriority.URGENT, "vi", 1, 0, LENGTH));
        var november = report(MONTH.plusMonths(1), planned, heard, AFTER);
        assertThat(november.lines()).isEmpty();
        assertThat(november.isWhole()).as("nothing waits").isTrue();
    }

    @Test
    void what_was_found_out_to_have_been_heard_at_quite_another_time_is_not_what_was_planned() {
        var report = report(
                MONTH,
                List.of(planned("2026-10-05T05:00", "vi", ItemPriority.NORMAL)),
                List.of(new Logged(
                        1,
                        told("2026-10-09T05:00", "vi", AiredOutcome.AIRED, LENGTH),
                        LocalDateTime.parse("2026-10-05T05:00")
                                .atZone(TimeSource.ZONE)
                                .toInstant())),
                AFTER);

        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.lines()).containsExactly(new Line(null, "vi", 1, 0, LENGTH));
    }

    @Test
    void what_was_heard_of_an_emergency_until_it_was_stopped_was_heard_of_an_emergency_and_nobody_waits_for_it() {
        var stopped = planned("2026-10-05T22:35", "vi", ItemPriority.URGENT);
        var again = planned("2026-10-05T22:50", "vi", ItemPriority.URGENT);
        var report = MonthReport.of(
                MONTH,
                new Told(
                        List.of(again),
                        List.of(stopped, planned("2026-10-06T08:00", "vi", ItemPriority.URGENT)),
                        List.of(due(again)),
                        List.of(new Logged(1, told("2026-10-05T22:33:49", "vi", AiredOutcome.CUT, 6), null))),
                AFTER,
                null);

        assertThat(report.lines()).containsExactly(new Line(ItemPriority.URGENT, "vi", 0, 1, 6));
        assertThat(report.waiting())
                .as("what was put in once more, and of which nothing is told")
                .isEqualTo(1);
        assertThat(report.silent()).isEmpty();
    }

    private static MonthReport report(List<PlannedItem> planned, List<Aired> told, LocalDateTime now) {
        return report(
                MONTH,
                planned,
                told.stream().map(each -> new Logged(1, each, null)).toList(),
                now);
    }

    private static MonthReport report(
            YearMonth month, List<PlannedItem> planned, List<Logged> told, LocalDateTime now) {
        return MonthReport.of(
                month,
                new Told(
                        planned,
                        List.of(),
                        planned.stream().map(MonthReportTest::due).toList(),
                        told),
                now,
                null);
    }

    private static Due due(PlannedItem item) {
        return new Due(
                item.at(), item.product(), "tieu-pham", Texts.of("vi", "Tiểu phẩm"), item.language(), item.seconds());
    }

    private static PlannedItem planned(String at, String language, ItemPriority priority) {
        return new PlannedItem(LocalDateTime.parse(at), 1, language, LENGTH, priority);
    }

    private static Aired told(String at, String language, AiredOutcome outcome, int seconds) {
        return new Aired(
                1, language, LocalDateTime.parse(at).atZone(TimeSource.ZONE).toInstant(), seconds, outcome, "");
    }
}
