package vn.loa.media.transcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import vn.loa.media.transcode.Failure.Reason;

/** A run beside another: its end, its failure, and that nothing of it goes on when nobody waits for it any more. */
class AsideTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final AtomicBoolean killed = new AtomicBoolean();

    @Test
    void whoWaitsHearsHowFarItIsAndThatItHasEnded() {
        var goOn = new CountDownLatch(1);
        var heard = new ArrayList<Integer>();
        try (var aside = Aside.begin(reached -> {
            reached.accept(40);
            await(goOn);
        })) {
            aside.await(percent -> {
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
        try (var aside = Aside.begin(reached -> {
            throw new TranscodingFailed(Reason.NO_SPACE, "full");
        })) {
            assertThatThrownBy(() -> aside.await(percent -> {}))
                    .isInstanceOf(TranscodingFailed.class)
                    .satisfies(failed -> assertThat(
                                    ((TranscodingFailed) failed).failure().reason())
                            .isEqualTo(Reason.NO_SPACE));
        }
    }

    @Test
    void itIsOverWhenNobodyWaitsForItAnyMore() throws Exception {
        try (var aside = Aside.begin(reached -> untilInterrupted())) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> aside.await(percent -> {
                        throw new IllegalStateException("late");
                    }))
                    .hasMessage("late");
        }
        assertThat(killed).isTrue();
    }

    @Test
    void whoWaitsMayBeInterrupted() throws Exception {
        try (var aside = Aside.begin(reached -> untilInterrupted())) {
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> aside.await(percent -> {}))
                    .isInstanceOf(TranscodingFailed.class)
                    .satisfies(failed -> assertThat(
                                    ((TranscodingFailed) failed).failure().reason())
                            .isEqualTo(Reason.INTERRUPTED));
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(killed).isTrue();
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
