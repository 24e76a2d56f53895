package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SeldomTest {
    @Test
    void it_is_due_at_once_and_again_after_a_minute() {
        var now = new AtomicLong(-5);
        var seldom = new Seldom(now::get);

        assertThat(seldom.isDue()).isTrue();
        now.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertThat(seldom.isDue()).isFalse();
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(seldom.isDue()).isTrue();
    }
}
