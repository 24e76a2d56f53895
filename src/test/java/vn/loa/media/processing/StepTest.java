package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What comes first among the jobs that wait for the same workers. */
class StepTest {
    private static final Duration SKIT = Duration.ofMinutes(4);
    private static final Duration FILM = Duration.ofHours(2);

    @Test
    void aSkitIsHeardBeforeAFilmIsSeen() {
        assertThat(Step.SMALL.priority(SKIT)).isGreaterThan(Step.SMALL.priority(FILM));
    }

    @Test
    void noLengthPutsAStepBehindAnother() {
        assertThat(Step.TAKE_IN.priority(Duration.ZERO)).isGreaterThan(Step.SMALL.priority(SKIT));
        assertThat(Step.DUB.priority(Duration.ofDays(1)))
                .as("what takes seconds, against what takes minutes")
                .isGreaterThan(Step.FULL.priority(SKIT));
        assertThat(Step.FULL.priority(Duration.ofDays(1))).isGreaterThan(ProcessingQueue.RENEWAL);
    }
}
