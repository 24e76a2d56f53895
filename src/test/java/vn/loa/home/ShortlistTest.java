package vn.loa.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShortlistTest {
    @Test
    void of_two_long_lists_neither_hides_the_other() {
        assertThat(Shortlist.of(List.of(1, 2, 3, 4, 5), List.of(11, 12, 13), 4))
                .isEqualTo(new Shortlist<>(List.of(1, 2, 11, 12), true));
    }

    @Test
    void what_one_list_leaves_free_the_other_takes() {
        assertThat(Shortlist.of(List.of(1, 2, 3, 4, 5), List.of(11), 4))
                .isEqualTo(new Shortlist<>(List.of(1, 2, 3, 11), true));
        assertThat(Shortlist.of(List.of(1), List.of(11, 12, 13), 4))
                .isEqualTo(new Shortlist<>(List.of(1, 11, 12, 13), false));
        assertThat(Shortlist.of(List.<Integer>of(), List.of(), 4).isEmpty()).isTrue();
    }
}
