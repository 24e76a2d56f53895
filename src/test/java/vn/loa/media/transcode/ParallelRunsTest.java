package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.loa.media.transcode.Failure.Reason;
import vn.loa.media.transcode.ParallelRuns.Run;

/** Runs at once: their end, the failure of one, and that nothing of them goes on when nobody waits for them any more. */
class ParallelRunsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean killed = new AtomicBoolean();

    @Test
    void whoWaitsHearsHowFarAllAreAndThatTheyHaveEnded() {
        var goOn = new CountDownLatch(1);
        var heard = new ArrayList<Integer>();
        Run half = reached -> {
            reached.accept(40);
            await(goOn);
        };
        try (var runs = ParallelRuns.begin(List.of(half, half))) {
            runs.await(percent -> {
                heard.add(percent);
                if (percent == 40) {
                    goOn.countDown();
                }
            });
        }
        assertThat(heard).isSorted().endsWith(40);
    }

    @Test
    void theFailureOfOneIsThatOfWhoWaitsAndEndsTheOthers() {
        Run failing = reached -> {
            await(begun);
            throw new TranscodingFailed(Reason.NO_SPACE, "full");
        };
        try (var runs = ParallelRuns.begin(List.of(reached -> untilInterrupted(), failing))) {
            assertThatThrownBy(() -> runs.await(percent -> {})).satisfies(failed(Reason.NO_SPACE));
        }
        assertThat(killed).isTrue();
    }

    @Test
    void theyAreOverWhenNobodyWaitsForThemAnyMore() throws Exception {
        try (var runs = ParallelRuns.begin(List.of(reached -> untilInterrupted()))) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> runs.await(percent -> {
                        throw new IllegalStateException("late");
                    }))
                    .hasMessage("late");
        }
        assertThat(killed).isTrue();
    }

    @Test
    void whoWaitsMayBeInterrupted() throws Exception {
        try (var runs = ParallelRuns.begin(List.of(reached -> untilInterrupted()))) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> runs.await(percent -> {})).satisfies(failed(Reason.INTERRUPTED));
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(killed).isTrue();
    }

    private static Consumer<Throwable> failed(Reason reason) {
        return failed ->
                assertThat(((TranscodingFailed) failed).failure().reason()).isEqualTo(reason);
    }

    private void untilInterrupted() {
        begun.countDown();
        await(new CountDownLatch(1));
        killed.set(true);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
