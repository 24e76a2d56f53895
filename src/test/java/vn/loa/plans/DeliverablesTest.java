package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.catalog.TrackState;
import vn.loa.common.Texts;
import vn.loa.plans.DeliverableProgress.LanguageProgress;
import vn.loa.plans.Deliverables.Version;
import vn.loa.plans.Deliverables.Work;

class DeliverablesTest {
    private static final LocalDate DUE = LocalDate.of(2025, 12, 31);

    private final List<Version> dubbed = List.of(sound(TrackRole.ORIGINAL, "vi"), sound(TrackRole.DUB, "tyz"));

    @Test
    void a_stand_in_for_a_translation_is_no_result_in_the_numbers_nor_before_the_deadline() {
        var progress = progress(true, DUE.plusDays(1));

        assertThat(progress.published()).isEqualTo(1);
        assertThat(progress.languages())
                .containsExactly(new LanguageProgress("vi", 1, 1, 1, 0), new LanguageProgress("tyz", 1, 1, 0, 1));
        assertThat(progress.overdue()).isTrue();
    }

    @Test
    void a_translation_is_a_result() {
        var progress = progress(false, DUE.plusDays(1));

        assertThat(progress.languages())
                .containsExactly(new LanguageProgress("vi", 1, 1, 1, 0), new LanguageProgress("tyz", 1, 1, 1, 0));
        assertThat(progress.overdue()).isFalse();
    }

    @Test
    void nothing_is_overdue_on_the_last_day() {
        assertThat(progress(true, DUE).overdue()).isFalse();
    }

    @Test
    void what_is_due_before_a_day_is_overdue_on_it() {
        assertThat(progress(promise(true), true, DUE.minusDays(1)).overdue()).isFalse();
        assertThat(progress(promise(true), true, DUE).overdue()).isTrue();
    }

    private DeliverableProgress progress(boolean sample, LocalDate today) {
        return progress(promise(false), sample, today);
    }

    private DeliverableProgress progress(Deliverable promise, boolean sample, LocalDate today) {
        return Deliverables.progress(promise, List.of(new Work(1, "hua", "hua", sample)), dubbed, today);
    }

    private static Version sound(TrackRole role, String language) {
        return new Version(1, TrackKind.AUDIO, role, language, TrackState.APPROVED);
    }

    /** One work in Vietnamese and Tày. */
    private static Deliverable promise(boolean dueBefore) {
        return new Deliverable(
                null,
                0,
                new PlanContent.Promise(
                        "hua",
                        Texts.of("vi", "Tiểu phẩm"),
                        "tieu-pham",
                        1,
                        List.of("vi", "tyz"),
                        Adaptation.DUB,
                        null,
                        null,
                        false,
                        List.of(),
                        null,
                        null,
                        DUE,
                        dueBefore,
                        null,
                        List.of(),
                        null),
                null);
    }
}
