package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import vn.loa.media.transcode.BackgroundRun.Run;
import vn.loa.media.transcode.Failure.Reason;

/** A run beside other work: its end, its failure, and that nothing of it goes on when nobody waits for it any more. */
class BackgroundRunTest {
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
        try (var run = BackgroundRun.begin(half)) {
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
    void itsFailureIsThatOfWhoWaits() {
        Run failing = reached -> {
            throw new TranscodingFailed(Reason.NO_SPACE, "full");
        };
        try (var run = BackgroundRun.begin(failing)) {
            assertThatThrownBy(() -> run.await(percent -> {})).satisfies(failed(Reason.NO_SPACE));
        }
    }

    @Test
    void itIsOverWhenNobodyWaitsForItAnyMore() throws Exception {
        try (var run = BackgroundRun.begin(reached -> untilInterrupted())) {
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
        try (var run = BackgroundRun.begin(reached -> untilInterrupted())) {
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
