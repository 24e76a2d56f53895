package vn.loa.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ImpreciseDateTest {
    private static final LocalDate DAY = LocalDate.of(2024, 4, 19);

    @Test
    void parts_that_are_not_known_are_not_pretended() {
        assertThat(new ImpreciseDate(DAY, Precision.DAY).date()).isEqualTo(DAY);
        assertThat(new ImpreciseDate(DAY, Precision.MONTH).date()).isEqualTo("2024-04-01");
        assertThat(new ImpreciseDate(DAY, Precision.YEAR).date()).isEqualTo("2024-01-01");
    }
}
