package vn.loa.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;

class LocalityTest {
    private static final LocalDate MERGER = LocalDate.of(2025, 7, 1);

    private final Locality district = new Locality(
            "051",
            "Tân Yên",
            "Huyện",
            Texts.of("vi", "Huyện Tân Yên"),
            Level.DISTRICT,
            null,
            LocalDate.of(2004, 7, 8),
            MERGER);

    @Test
    void naming_a_successor_twice_keeps_one() {
        var commune =
                new Locality("07306", "Tân Yên", "Xã", Texts.of("vi", "Xã Tân Yên"), Level.COMMUNE, null, MERGER, null);

        district.becomes(commune);
        district.becomes(commune);

        assertThat(district.successors()).containsExactly(commune);
    }
}
