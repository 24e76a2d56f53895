package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.testing.rig.MovableClock;

/** Hours of work do not hang on one statement, but a worker who is late stops. */
class StoredProgressTest {
    private final MovableClock clock = new MovableClock();

    @Test
    void aDatabaseThatIsAwayForAMomentCostsNoWork() {
        var progress = progress(new IllegalStateException("This connection has been closed"));

        assertThatNoException().isThrownBy(() -> progress.reached(10));
    }

    @Test
    void whoIsLateIsTold() {
        var progress = progress(new LateWorker(1, 1));

        assertThatThrownBy(() -> progress.reached(10)).isInstanceOf(LateWorker.class);
    }

    private StoredProgress progress(RuntimeException trouble) {
        var jobs = new ProcessingJobs() {
            @Override
            void reached(Attempt attempt, int percent) {
                throw trouble;
            }
        };
        var progress = new StoredProgress(jobs, new Attempt(1, 1, Step.FULL, 1), clock);
        clock.forward(Duration.ofSeconds(2));
        return progress;
    }
}
