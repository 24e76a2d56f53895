package vn.loa.programmes.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.loa.plans.BroadcastCounts.Airings;
import vn.loa.plans.BroadcastCounts.InLanguage;
import vn.loa.programmes.log.Broadcasts.PromiseCount;

class AiredCountsTest {
    @Test
    void a_commune_that_airs_in_two_languages_is_one_commune() {
        assertThat(AiredCounts.airings(List.of(
                        new PromiseCount("k", "vi", 1, 3),
                        new PromiseCount("k", "hmn", 1, 2),
                        new PromiseCount("k", "hmn", 2, 1))))
                .isEqualTo(new Airings(6, 2, List.of(new InLanguage("hmn", 3, 2), new InLanguage("vi", 3, 1))));
    }
}
