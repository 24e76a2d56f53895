package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;

/** What the last lines of a log say is what stands above them, also when somebody writes meanwhile. */
class LogSumsTest {
    private static final Texts TITLE = Texts.of("vi", "Con bò");

    @Test
    void entries_add_up_by_work_and_language_what_was_aired_most_often_first() {
        var sums = new LogSums();
        sums.add(line("con-bo", "vi", AiredOutcome.MISSED, 0));
        sums.add(line("con-bo", "hmn", AiredOutcome.AIRED, 60));
        sums.add(line("con-bo", "hmn", AiredOutcome.AIRED, 61));
        sums.add(line("con-bo", "hmn", AiredOutcome.CUT, 5));

        assertThat(sums.all())
                .containsExactly(
                        new LogSum("con-bo", TITLE, "hmn", 2, 1, 0, 126, 1),
                        new LogSum("con-bo", TITLE, "vi", 0, 0, 1, 0, 0));
        assertThat(sums.holds(1)).isTrue();
        assertThat(sums.holds(2)).isFalse();
    }

    private static LogLine line(String slug, String language, AiredOutcome outcome, int seconds) {
        return new LogLine(
                1,
                0,
                "khóa",
                Instant.EPOCH,
                slug,
                TITLE,
                TITLE,
                language,
                seconds,
                outcome,
                LogOrigin.HAND,
                "",
                false,
                false,
                true,
                "ha");
    }
}
