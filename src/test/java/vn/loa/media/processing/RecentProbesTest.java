package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.loa.media.FileFormat;
import vn.loa.media.transcode.Probe;

class RecentProbesTest {
    private final RecentProbes probes = new RecentProbes();

    @Test
    void the_last_hundred_are_known() {
        for (var i = 0; i < 101; i++) {
            probes.put("master " + i, lasting(i));
        }

        assertThat(probes.of("master 0")).isEmpty();
        assertThat(probes.of("master 1")).contains(lasting(1));
        assertThat(probes.of("master 100")).contains(lasting(100));
    }

    @Test
    void what_was_looked_at_again_counts_as_new() {
        probes.put("master", lasting(1));
        for (var i = 0; i < 99; i++) {
            probes.put("master " + i, lasting(i));
        }
        probes.put("master", lasting(2));
        probes.put("one more", lasting(3));

        assertThat(probes.of("master")).contains(lasting(2));
        assertThat(probes.of("master 0")).isEmpty();
    }

    private static Probe lasting(int seconds) {
        return new Probe(
                FileFormat.OGG,
                Duration.ofSeconds(seconds),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
