package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.loa.common.Page;

class PagingTest {
    private final Address list = Address.of("/ke-hoach", "hl=en&trang=5");

    @Test
    void a_single_page_needs_no_links() {
        assertThat(Paging.of(new Page<>(List.of("a"), 1, 1, 10), list).isNeeded())
                .isFalse();
    }

    @Test
    void links_lead_to_the_ends_and_the_neighbours() {
        var paging = Paging.of(new Page<>(List.of("a"), 95, 5, 10), list);

        assertThat(paging.steps()).extracting(Paging.Step::number).containsExactly(1, 0, 4, 5, 6, 0, 10);
        assertThat(paging.previous()).hasToString("/ke-hoach?hl=en&trang=4");
        assertThat(paging.next()).hasToString("/ke-hoach?hl=en&trang=6");
        assertThat(paging.steps().get(0).address()).hasToString("/ke-hoach?hl=en");
    }

    @Test
    void past_the_end_a_link_leads_back() {
        var paging = Paging.of(new Page<>(List.of(), 20, 9, 10), list);

        assertThat(paging.previous()).hasToString("/ke-hoach?hl=en&trang=2");
        assertThat(paging.next()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "'', 1", "0, 1", "-4, 1", "x, 1", "1e3, 1", "99999999999999999999, 1", "123456789, 10000"})
    void any_parameter_is_some_page(String parameter, int number) {
        assertThat(Paging.number(parameter)).isEqualTo(number);
    }
}
