package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration NEVER = Duration.ofDays(1);
    private static final String COMPLAINT = "A round of a test failed, as it should";

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(2);
    private final Rounds rounds = new Rounds() {
        @Override
        ScheduledExecutorService executor() {
            return executor;
        }
    };

    RoundsTest() {
        executor.setRemoveOnCancelPolicy(true);
    }

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void aRoundThatFailsIsFollowedByTheNext() throws Exception {
        var three = new CountDownLatch(3);

        rounds.every(
                MOMENT,
                "failing",
                () -> {
                    three.countDown();
                    throw new IllegalStateException("each time");
                },
                COMPLAINT);

        assertThat(three.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void aThreadBearsTheNameOfTheRoundMeanwhile() throws Exception {
        var name = new AtomicReference<String>();
        var done = new CountDownLatch(1);

        rounds.every(
                MOMENT,
                "looking",
                () -> {
                    name.compareAndSet(null, Thread.currentThread().getName());
                    done.countDown();
                },
                COMPLAINT);

        assertThat(done.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(name).hasValue("round-looking");
        assertThat(Thread.currentThread().getName()).isNotEqualTo("round-looking");
    }

    @Test
    void theFirstRoundCanBeTakenAtOnceAndMayFail() {
        var taken = new AtomicReference<Thread>();

        rounds.nowAndEvery(
                NEVER,
                "first",
                () -> {
                    taken.set(Thread.currentThread());
                    throw new IllegalStateException("the first");
                },
                COMPLAINT);

        assertThat(taken).hasValue(Thread.currentThread());
        assertThat(executor.getQueue()).hasSize(1);
    }

    @Test
    void allEndWithTheApplication() {
        rounds.every(NEVER, "one", () -> {}, COMPLAINT);
        rounds.every(NEVER, NEVER, "two", () -> {}, COMPLAINT);
        rounds.everyInterruptibly(NEVER, "three", () -> {}, COMPLAINT);
        assertThat(executor.getQueue()).hasSize(3);

        rounds.end();

        assertThat(executor.getQueue()).isEmpty();
    }

    @Test
    void onlyARoundThatWaitsForSomebodyIsInterruptedAtTheEnd() throws Exception {
        var begun = new CountDownLatch(2);
        var ended = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var finished = new CountDownLatch(1);
        var interrupted = new AtomicBoolean();
        rounds.everyInterruptibly(
                MOMENT,
                "waiting",
                () -> {
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        ended.countDown();
                    }
                },
                COMPLAINT);
        rounds.every(
                MOMENT,
                "working",
                () -> {
                    begun.countDown();
                    try {
                        goOn.await();
                    } catch (InterruptedException e) {
                        interrupted.set(true);
                    }
                    finished.countDown();
                },
                COMPLAINT);
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();

        rounds.end();

        assertThat(ended.await(1, TimeUnit.MINUTES)).isTrue();
        goOn.countDown();
        assertThat(finished.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(interrupted).isFalse();
    }
}
