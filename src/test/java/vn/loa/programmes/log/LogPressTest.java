package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.log.LogPress.Touched;

class LogPressTest {
    private static final Instant EARLY = Instant.parse("2026-11-28T01:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);
    private static final LocalDate DAY = LocalDate.parse("2026-11-27");

    @Test
    void what_was_said_at_one_moment_was_one_press_and_names_its_days() {
        var presses = LogPress.of(List.of(
                new Touched(2, EARLY, AiredOutcome.AIRED, false, DAY),
                new Touched(1, EARLY, AiredOutcome.AIRED, false, DAY.minusDays(1)),
                new Touched(3, LATE, AiredOutcome.MISSED, false, DAY)));

        assertThat(presses)
                .containsExactly(
                        new LogPress(LATE, AiredOutcome.MISSED, false, List.of(DAY), List.of(3L)),
                        new LogPress(
                                EARLY, AiredOutcome.AIRED, false, List.of(DAY.minusDays(1), DAY), List.of(1L, 2L)));
    }

    @Test
    void what_was_struck_out_at_one_moment_was_one_press_whatever_it_said() {
        var presses = LogPress.of(List.of(
                new Touched(1, EARLY, AiredOutcome.AIRED, true, DAY),
                new Touched(2, EARLY, AiredOutcome.MISSED, true, DAY)));

        assertThat(presses).hasSize(1);
        assertThat(presses.get(0).ids()).containsExactly(1L, 2L);
    }
}
