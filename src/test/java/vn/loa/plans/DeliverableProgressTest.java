package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.DeliverableProgress.LanguageProgress;

class DeliverableProgressTest {
    @Test
    void twenty_works_in_three_languages_are_sixty_versions_and_stand_ins_count_apart() {
        var progress = new DeliverableProgress(
                "k",
                20,
                20,
                18,
                18,
                false,
                List.of(
                        new LanguageProgress("vi", 20, 20, 18, 0),
                        new LanguageProgress("hmn", 17, 15, 10, 4),
                        new LanguageProgress("tyz", 10, 9, 0, 9)));

        assertThat(progress.versionsPromised()).isEqualTo(60);
        assertThat(progress.versionsPublished()).isEqualTo(28);
        assertThat(progress.standIns()).isEqualTo(13);
    }

    @Test
    void where_the_plan_names_no_language_works_are_counted() {
        var progress = new DeliverableProgress("k", 15, 6, 5, 0, true, List.of());

        assertThat(progress.versionsPromised()).isEqualTo(15);
        assertThat(progress.versionsPublished()).isEqualTo(5);
    }

    @Test
    void versions_say_no_more_than_works_only_where_each_public_work_is_in_the_one_language_asked_for() {
        assertThat(inTay(5, 0).countsVersionsAsWorks()).isTrue();
        assertThat(inTay(0, 5).countsVersionsAsWorks()).isFalse();
        assertThat(inTay(4, 0).countsVersionsAsWorks()).isFalse();
    }

    private static DeliverableProgress inTay(int versions, int standIns) {
        return new DeliverableProgress(
                "k", 5, 5, 5, 5, true, List.of(new LanguageProgress("tyz", 5, 5, versions, standIns)));
    }

    @Test
    void a_promise_without_a_number_promises_no_number_of_versions() {
        assertThat(new DeliverableProgress("k", null, 2, 2, 0, false, List.of()).versionsPromised())
                .isNull();
    }
}
