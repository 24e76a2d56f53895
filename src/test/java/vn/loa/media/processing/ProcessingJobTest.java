package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.loa.media.processing.Trouble.Kind;

/** When a job is tried again, and when it is given up. */
class ProcessingJobTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
    private static final Trouble OURS = new Trouble(Kind.PROCESSING, "failed", "exit 1");
    private static final Trouble AWAY = new Trouble(Kind.AWAY, "no-space", "the disk is full");

    @Test
    void anEncodingThatFailsFiveTimesIsDead() {
        var job = new ProcessingJob(1, Step.SMALL, NOW);
        for (var attempt = 1; attempt < Retries.MOST_FAILURES; attempt++) {
            job.begin(NOW);
            assertThat(job.failed(OURS, NOW)).isPresent();
        }
        job.begin(NOW);

        assertThat(job.failed(OURS, NOW)).isEmpty();
        assertThat(job.state()).isEqualTo(JobState.DEAD);
    }

    @Test
    void takingInIsGivenUpAfterEightFailuresOverSomeHours() {
        var job = new ProcessingJob(1, Step.TAKE_IN, NOW);
        var pauses = Duration.ZERO;
        for (var attempt = 1; attempt < 8; attempt++) {
            job.begin(NOW);
            pauses = pauses.plus(job.failed(OURS, NOW).orElseThrow());
        }
        job.begin(NOW);

        assertThat(job.failed(OURS, NOW)).isEmpty();
        assertThat(job.state()).isEqualTo(JobState.DEAD);
        assertThat(job.reason()).contains("failed");
        assertThat(pauses).isBetween(Duration.ofHours(2), Duration.ofHours(4));
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void anOutageCountsAgainstNoFileHoweverLongAndWorkGoesOnSoonAfterIt(Step step) {
        var job = new ProcessingJob(1, step, NOW);
        for (var attempt = 1; attempt <= 100; attempt++) {
            assertThat(job.isHopeless()).isFalse();
            job.begin(NOW);
            assertThat(job.failed(AWAY, NOW))
                    .hasValueSatisfying(
                            pause -> assertThat(pause).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30)));
            assertThat(job.isTriedAgain()).as("editors are told why they wait").isTrue();
        }

        assertThat(job.failures()).isZero();
        assertThat(job.isFinished()).isFalse();
    }

    @Test
    void whatIsDoneOnceMoreIsThereMeanwhileAndStaysWhenThatFails() {
        var job = new ProcessingJob(1, Step.DUB, NOW);
        job.restart();
        assertThat(job.hasResult()).as("it was never done").isFalse();
        job.begin(NOW);
        job.done(NOW);

        job.restart();
        assertThat(job.state()).isEqualTo(JobState.WAITING);
        assertThat(job.hasResult()).isTrue();
        for (var attempt = 1; attempt <= Retries.MOST_FAILURES; attempt++) {
            job.begin(NOW);
            job.failed(OURS, NOW);
        }

        assertThat(job.state()).isEqualTo(JobState.DEAD);
        assertThat(job.hasResult()).isTrue();
    }

    @Test
    void restartsOfThePortalDoNotCountAgainstAFile() {
        var job = new ProcessingJob(1, Step.FULL, NOW);
        for (var restart = 0; restart < 3 * Retries.MOST_CRASHES; restart++) {
            job.begin(NOW);
            assertThat(job.failed(new Trouble(Kind.INTERRUPTED, "interrupted", "It was stopped"), NOW))
                    .contains(Duration.ZERO);
            assertThat(job.reason()).isEmpty();
            assertThat(job.detail()).isEmpty();
        }

        assertThat(job.isHopeless()).isFalse();
    }

    @Test
    void aMachineThatCannotDoAJobLeavesItToOthersWithoutEnd() {
        var job = new ProcessingJob(1, Step.SMALL, NOW);
        for (var attempt = 0; attempt < 3 * Retries.MOST_FAILURES; attempt++) {
            job.begin(NOW);
            assertThat(job.failed(new Trouble(Kind.ELSEWHERE, "no-encoder", ""), NOW))
                    .contains(Retries.ELSEWHERE);
            assertThat(job.isTriedAgain()).as("editors are told why they wait").isTrue();
        }

        assertThat(job.isFinished()).isFalse();
    }

    @Test
    void whatWaitsForAnotherJobComesAgainInAMomentWithoutEndAndIsNoTrouble() {
        var job = new ProcessingJob(1, Step.TAKE_IN, NOW);
        for (var attempt = 0; attempt < 3 * Retries.MOST_FAILURES; attempt++) {
            job.begin(NOW);
            assertThat(job.failed(new Trouble(Kind.OCCUPIED, "occupied", "Another is read"), NOW))
                    .contains(Retries.OCCUPIED);
            assertThat(job.isTriedAgain())
                    .as("editors are told of trouble only")
                    .isFalse();
        }

        assertThat(job.isHopeless()).isFalse();
    }

    @Test
    void anAttemptWhoseEndWasRecordedShowsThatTheProcessDoesNotDieOfTheFile() {
        var job = new ProcessingJob(1, Step.TAKE_IN, NOW);
        for (var round = 0; round < 3; round++) {
            for (var crash = 1; crash < Retries.MOST_CRASHES; crash++) {
                job.begin(NOW);
            }
            assertThat(job.failed(OURS, NOW)).isPresent();
            assertThat(job.isHopeless()).isFalse();
        }
    }

    @Test
    void aFileUnderWhichTheProcessDiesTenTimesIsHopeless() {
        var job = new ProcessingJob(1, Step.FULL, NOW);
        for (var crash = 1; crash <= Retries.MOST_CRASHES; crash++) {
            assertThat(job.isHopeless()).isFalse();
            job.begin(NOW);
        }

        assertThat(job.isHopeless()).isTrue();
    }
}
