package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
        assertThat(paging.beyond()).isTrue();
    }

    @Test
    void past_the_end_every_page_of_a_short_list_is_named() {
        var paging = Paging.of(new Page<>(List.of(), 30, 9, 10), list);

        assertThat(paging.steps()).extracting(Paging.Step::number).containsExactly(1, 2, 3);
        assertThat(paging.steps()).noneMatch(Paging.Step::current);
    }

    @Test
    void a_gap_never_hides_a_single_page() {
        var paging = Paging.of(new Page<>(List.of("a"), 60, 3, 10), Address.of("/ke-hoach"));

        assertThat(paging.steps()).extracting(Paging.Step::number).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "007, 7", "'', 1", "10000, 10000"})
    void a_parameter_names_a_page(String parameter, int number) {
        assertThat(Paging.number(parameter)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({"2, true", "007, true", "10000, true", "1, false", "'', false", "abc, false", "10001, false"})
    void only_the_number_of_a_page_after_the_first_makes_a_page_of_its_own(String parameter, boolean further) {
        assertThat(Paging.isFurther(parameter)).isEqualTo(further);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-4", "x", "1e3", " 1", "10001", "123456789", "99999999999999999999"})
    void what_is_no_number_of_a_page_names_one_past_every_end(String parameter) {
        var paging = Paging.of(new Page<>(List.of(), 2_000_000, Paging.number(parameter), 100), list);

        assertThat(paging.beyond()).isTrue();
        assertThat(paging.next()).isNull();
        assertThat(paging.previous()).as("nothing comes before what is no page").isNull();
    }
}
