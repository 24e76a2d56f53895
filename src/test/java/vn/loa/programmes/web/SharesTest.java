package vn.loa.programmes.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SharesTest {
    @Test
    void parts_come_to_a_hundred() {
        assertThat(Shares.of(Map.of("vi", 10, "hmn", 10, "tyz", 10)))
                .containsEntry("hmn", 34)
                .containsEntry("tyz", 33)
                .containsEntry("vi", 33);
        assertThat(Shares.of(Map.of("vi", 996, "hmn", 4)))
                .containsEntry("vi", 100)
                .containsEntry("hmn", 0);
        assertThat(Shares.of(Map.of("vi", 0))).isEmpty();
    }
}
