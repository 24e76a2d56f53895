package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What many ask for at once. */
class OnceForManyTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final AtomicInteger done = new AtomicInteger();
    private final OnceForMany looks = new OnceForMany(threads::add, done::incrementAndGet);

    @Test
    void four_hundred_who_ask_before_it_begins_are_served_at_once() {
        for (var i = 0; i < 400; i++) {
            looks.ask();
        }

        assertThat(threads).hasSize(1);
        threads.remove().run();
        assertThat(done).hasValue(1);
    }

    @Test
    void who_asks_while_it_is_under_way_is_served_after_it() {
        var asked = new OnceForMany[1];
        asked[0] = new OnceForMany(threads::add, () -> {
            if (done.incrementAndGet() == 1) {
                asked[0].ask();
                asked[0].ask();
            }
        });
        asked[0].ask();

        threads.remove().run();
        assertThat(threads).hasSize(1);
        threads.remove().run();

        assertThat(done).hasValue(2);
        assertThat(threads).isEmpty();
    }

    @Test
    void who_could_not_be_served_keeps_nobody_else_from_it() {
        var full = new OnceForMany[1];
        full[0] = new OnceForMany(
                task -> {
                    if (done.incrementAndGet() == 1) {
                        throw new RejectedExecutionException("There is no thread");
                    }
                    threads.add(task);
                },
                () -> {});
        assertThatExceptionOfType(RejectedExecutionException.class).isThrownBy(full[0]::ask);

        full[0].ask();

        assertThat(threads).hasSize(1);
    }
}
