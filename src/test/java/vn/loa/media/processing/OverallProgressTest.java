package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.media.MediaKind;
import vn.loa.media.processing.Trouble.Kind;

/** What people see who wait for a file. */
class OverallProgressTest {
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    /** Whatever happens on the way: attempts that fail, that end with the portal, that begin again. */
    @Property
    void itNeverGoesBackwards(
            @ForAll boolean isDub, @ForAll @Size(max = 60) List<@IntRange(max = 130) Integer> events) {
        var steps = List.of(Step.TAKE_IN, Step.SMALL, Step.FULL, Step.DUB).iterator();
        var jobs = new ArrayList<ProcessingJob>();
        var job = new ProcessingJob(1, steps.next(), NOW);
        jobs.add(job);
        job.begin(NOW);
        var before = percent(MediaKind.AUDIO, isDub, jobs);
        for (var event : events) {
            if (event <= 100) {
                job.reached(event);
            } else if (event <= 110) {
                job.failed(new Trouble(Kind.PROCESSING, "crashed", ""), NOW);
                job.begin(NOW);
            } else if (event <= 120) {
                job.begin(NOW);
            } else if (steps.hasNext()) {
                job.done(NOW);
                job = new ProcessingJob(1, steps.next(), NOW);
                jobs.add(job);
                job.begin(NOW);
            }
            var now = percent(MediaKind.AUDIO, isDub, jobs);
            assertThat(now).isBetween(before, isDub ? 99 : 100);
            before = now;
        }
    }

    @ParameterizedTest
    @CsvSource({"DOCUMENT, false, 1", "IMAGE, false, 2", "AUDIO, false, 3", "VIDEO, false, 3", "AUDIO, true, 4"})
    void allIsThereWhenTheLastOfItsStepsIsDone(MediaKind kind, boolean isDub, int steps) {
        var jobs = new ArrayList<ProcessingJob>();
        for (var step : List.of(Step.TAKE_IN, Step.SMALL, Step.FULL, Step.DUB).subList(0, steps)) {
            assertThat(percent(kind, isDub, jobs)).isLessThan(100);
            var job = new ProcessingJob(1, step, NOW);
            jobs.add(job);
            job.begin(NOW);
            job.done(NOW);
        }

        assertThat(percent(kind, isDub, jobs)).isEqualTo(100);
    }

    @Test
    void whatIsEncodedAnewIsThereMeanwhile() {
        var job = new ProcessingJob(1, Step.TAKE_IN, NOW);
        job.begin(NOW);
        job.done(NOW);
        job.restart();

        assertThat(percent(MediaKind.DOCUMENT, false, List.of(job))).isEqualTo(100);
    }

    private static int percent(MediaKind kind, boolean isDub, List<ProcessingJob> jobs) {
        return OverallProgress.percent(kind, isDub, jobs);
    }
}
