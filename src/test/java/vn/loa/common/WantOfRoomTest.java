package vn.loa.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class WantOfRoomTest {
    @Test
    void a_full_disk_is_told_from_other_failures_however_deep_it_lies() {
        var full = new IOException("/data/media/a: No space left on device");

        assertThat(WantOfRoom.explains(full)).isTrue();
        assertThat(WantOfRoom.explains(new IllegalStateException(new UncheckedIOException("Cannot keep a", full))))
                .isTrue();
        assertThat(WantOfRoom.explains(new IOException("Disk quota exceeded"))).isTrue();
        assertThat(WantOfRoom.explains(new IOException("Permission denied"))).isFalse();
    }

    @Test
    void causes_that_lead_round_in_a_circle_come_to_an_end() {
        var first = new IllegalStateException("first");
        var second = new IllegalStateException("second", first);
        first.initCause(second);

        assertThat(WantOfRoom.explains(first)).isFalse();
    }
}
