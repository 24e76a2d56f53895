package vn.loa.programmes.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.loa.common.Texts;
import vn.loa.programmes.FoundDays.Lost;
import vn.loa.programmes.FoundDays.Silence;

class LeftOutTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 30, 5, 0);

    @Test
    void of_much_the_first_is_named_and_all_of_it_counted() {
        var left = LeftOut.of(IntStream.range(0, 50)
                .mapToObj(n ->
                        new Lost(MORNING.plusMinutes(n), Texts.of("vi", "Con bò “" + n + "”"), "hmn", Silence.NO_FILE))
                .toList());

        assertThat(left.count()).isEqualTo(50);
        assertThat(left.first())
                .hasSize(20)
                .endsWith(new Lost(MORNING.plusMinutes(19), Texts.of("vi", "Con bò “19”"), "hmn", Silence.NO_FILE));
        assertThat(left.more()).isEqualTo(30);
        assertThat(LeftOut.parse(left.count(), left.names())).as("read again").isEqualTo(left);
    }

    @Test
    void where_nothing_is_left_out_nothing_is_named() {
        var none = LeftOut.of(List.of());

        assertThat(none.names()).isEqualTo("[]");
        assertThat(LeftOut.parse(0, none.names())).isEqualTo(none);
    }

    @Test
    void a_title_that_nobody_knows_any_more_and_every_reason_are_read_again() {
        var left = LeftOut.of(IntStream.range(0, Silence.values().length)
                .mapToObj(n -> new Lost(MORNING, Texts.none(), "vi", Silence.values()[n]))
                .toList());

        assertThat(LeftOut.parse(left.count(), left.names())).isEqualTo(left);
    }
}
