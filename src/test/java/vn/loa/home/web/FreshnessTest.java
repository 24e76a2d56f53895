package vn.loa.home.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final AtomicLong revision = new AtomicLong(7);
    private final AtomicInteger asked = new AtomicInteger();
    private boolean broken;

    private final Freshness freshness = new Freshness(
            () -> {
                asked.incrementAndGet();
                if (broken) {
                    throw new IllegalStateException("The database is away");
                }
                return revision.get();
            },
            now::get);

    @Test
    void theDatabaseIsAskedTwiceASecondAtMost() {
        for (var i = 0; i < 1_000; i++) {
            freshness.current();
            now.addAndGet(Duration.ofMillis(1).toNanos());
        }
        assertThat(asked.get()).isBetween(2, 3);
    }

    @Test
    void aPublicationIsKnownAfterHalfASecond() {
        assertThat(freshness.current()).isEqualTo(7);
        revision.set(8);
        assertThat(freshness.current()).isEqualTo(7);
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(freshness.current()).isEqualTo(8);
    }

    @Test
    void afterAQuietNightTheFirstVisitorAlreadySeesTheNews() {
        freshness.current();
        revision.set(8);
        now.addAndGet(Duration.ofHours(8).toNanos());
        assertThat(freshness.current()).isEqualTo(8);
    }

    @Test
    void withoutADatabaseTheLastKnownRevisionStands() {
        freshness.current();
        broken = true;
        revision.set(8);
        now.addAndGet(Duration.ofSeconds(5).toNanos());
        assertThat(freshness.current()).isEqualTo(7);
        broken = false;
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(freshness.current()).isEqualTo(8);
    }

    @Test
    void aDatabaseThatHangsHoldsUpOneVisitorAtATime() throws Exception {
        var hangs = new CountDownLatch(1);
        var asking = new CountDownLatch(1);
        var slow = new Freshness(
                () -> {
                    asking.countDown();
                    try {
                        hangs.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return 9;
                },
                now::get);
        var pool = Executors.newFixedThreadPool(6);
        try {
            var first = pool.submit(slow::current);
            asking.await();
            var others = new ArrayList<Callable<Long>>();
            for (var i = 0; i < 5; i++) {
                others.add(slow::current);
            }
            for (var other : pool.invokeAll(others)) {
                assertThat(other.get()).isEqualTo(-1);
            }
            hangs.countDown();
            assertThat(first.get()).isEqualTo(9);
        } finally {
            hangs.countDown();
            pool.shutdown();
        }
    }
}
