package vn.loa.administration.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import vn.loa.common.Followed;

class FollowingTest {
    private final Following following = new Following();
    private final AtomicInteger told = new AtomicInteger();

    private final Followed broken = () -> {
        throw new IllegalStateException("away");
    };

    @Test
    void what_cannot_be_read_hides_nothing_of_the_others() {
        var isWhole = following.read(List.of(() -> true, broken, () -> {
            told.addAndGet(10);
            return false;
        }));

        assertThat(isWhole).isFalse();
        assertThat(told).hasValue(10);
        following.ifOther(told::incrementAndGet);
        assertThat(told).hasValue(11);
    }

    @Test
    void what_is_another_is_told_once_and_again_when_telling_failed() {
        following.read(List.of(() -> true));
        assertThatThrownBy(() -> following.ifOther(() -> {
                    throw new IllegalStateException("away");
                }))
                .hasMessage("away");

        following.read(List.of(() -> false));
        following.ifOther(told::incrementAndGet);
        following.ifOther(told::incrementAndGet);

        assertThat(told).hasValue(1);
    }
}
