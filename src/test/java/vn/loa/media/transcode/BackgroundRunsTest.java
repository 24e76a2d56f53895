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
import vn.loa.media.transcode.BackgroundRuns.Run;
import vn.loa.media.transcode.Failure.Reason;

/** Runs beside other work: their end, a failure, and that nothing of them goes on when nobody waits any more. */
class BackgroundRunsTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean killed = new AtomicBoolean();

    @Test
    void whoWaitsHearsHowFarItIsAndThatItHasEnded() {
        var goOn = new CountDownLatch(1);
        var heard = new ArrayList<Integer>();
        Run half = reached -> {
            reached.accept(40);
            await(goOn);
        };
        try (var run = BackgroundRuns.begin(List.of(half))) {
            run.await(percent -> {
                heard.add(percent);
                if (percent == 40) {
                    goOn.countDown();
                }
            });
        }
        assertThat(heard).isSorted().endsWith(40);
    }

    @Test
    void ofSeveralWhoWaitsHearsTheMean() {
        var goOn = new CountDownLatch(1);
        var heard = new ArrayList<Integer>();
        Run done = reached -> reached.accept(100);
        Run behind = reached -> {
            reached.accept(20);
            await(goOn);
            reached.accept(100);
        };
        try (var runs = BackgroundRuns.begin(List.of(done, behind))) {
            runs.await(percent -> {
                heard.add(percent);
                if (percent == 60) {
                    goOn.countDown();
                }
            });
        }
        assertThat(heard).isSorted().contains(60);
    }

    @Test
    void oneThatFailsIsNotWaitedForBehindAnother() {
        Run failing = reached -> {
            throw new TranscodingFailed(Reason.NO_SPACE, "full");
        };
        try (var runs = BackgroundRuns.begin(List.of(reached -> untilInterrupted(), failing))) {
            assertThatThrownBy(() -> runs.await(percent -> {})).satisfies(failed(Reason.NO_SPACE));
        }
        assertThat(killed).isTrue();
    }

    @Test
    void itsFailureIsThatOfWhoWaits() {
        Run failing = reached -> {
            throw new TranscodingFailed(Reason.NO_SPACE, "full");
        };
        try (var run = BackgroundRuns.begin(List.of(failing))) {
            assertThatThrownBy(() -> run.await(percent -> {})).satisfies(failed(Reason.NO_SPACE));
        }
    }

    @Test
    void itIsOverWhenNobodyWaitsForItAnyMore() throws Exception {
        try (var run = BackgroundRuns.begin(List.of(reached -> untilInterrupted()))) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> run.await(percent -> {
                        throw new IllegalStateException("late");
                    }))
                    .hasMessage("late");
        }
        assertThat(killed).isTrue();
    }

    @Test
    void whoWaitsMayBeInterrupted() throws Exception {
        try (var run = BackgroundRuns.begin(List.of(reached -> untilInterrupted()))) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> run.await(percent -> {})).satisfies(failed(Reason.INTERRUPTED));
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
