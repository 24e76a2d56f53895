package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.plans.DeliverableProgress;
import vn.loa.plans.DeliverableProgress.LanguageProgress;

class ReminderTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);

    @Test
    void a_promise_that_is_kept_is_nobodys_worry() {
        assertThat(isDue(come(2, 2, 0, false, 2), LAST)).isFalse();
        assertThat(isDue(come(2, 2, 0, false, 2), LAST.plusDays(1))).isFalse();
    }

    @Test
    void missing_dubs_keep_a_promise_open() {
        assertThat(isDue(come(2, 2, 0, false, 1), LAST)).isTrue();
        assertThat(isDue(come(2, 2, 0, true, 1), LAST.plusDays(1))).isTrue();
    }

    @Test
    void sample_content_keeps_no_promise() {
        assertThat(isDue(come(2, 2, 2, false, 2), LAST)).isTrue();
        assertThat(isDue(come(2, 2, 1, false, 2), LAST.plusDays(1))).isTrue();
        assertThat(isDue(come(null, 1, 1, false, 1), LAST)).isTrue();
    }

    @Test
    void of_a_sample_plan_that_nobody_works_with_nothing_is_known_to_be_late() {
        var untouched = new Reminder(LAST, true, come(2, 2, 2, false, 2));

        assertThat(untouched.isDue(LAST.plusDays(1))).isFalse();
        assertThat(new Reminder(LAST, true, come(2, 1, 0, true, 1)).isDue(LAST.plusDays(1)))
                .isTrue();
    }

    @Test
    void a_promise_without_a_number_is_open_until_something_is_published_or_its_day_is_over() {
        assertThat(isDue(come(null, 0, 0, false, 0), LAST)).isTrue();
        assertThat(isDue(come(null, 1, 0, false, 1), LAST)).isFalse();
        assertThat(isDue(come(null, 0, 0, false, 0), LAST.plusDays(1))).isFalse();
    }

    @Test
    void days_are_counted_to_the_last_one() {
        var reminder = new Reminder(LAST, false, come(1, 0, 0, false, 0));

        assertThat(reminder.days(LAST.minusDays(2))).isEqualTo(2);
        assertThat(reminder.days(LAST)).isZero();
        assertThat(reminder.days(LAST.plusDays(3))).isEqualTo(-3);
    }

    private static boolean isDue(DeliverableProgress come, LocalDate today) {
        return new Reminder(LAST, false, come).isDue(today);
    }

    private static DeliverableProgress come(
            @Nullable Integer promised, int published, int samples, boolean overdue, int dubbed) {
        return new DeliverableProgress(
                "k",
                promised,
                published,
                published,
                samples,
                overdue,
                List.of(
                        new LanguageProgress("vi", published, published, published, 0),
                        new LanguageProgress("tyz", dubbed, dubbed, dubbed, 0)));
    }
}
