package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import vn.loa.common.InvalidInput;

class PageQueryTest {
    @Test
    void the_last_page_that_is_answered_ends_with_the_ten_thousandth_item() {
        assertThat(PageQuery.of("100", "100")).isEqualTo(new PageQuery(100, 100));
        assertThat(PageQuery.of("10000", "1")).isEqualTo(new PageQuery(10_000, 1));
    }

    @Test
    void what_lies_beyond_is_refused_and_never_silently_empty() {
        assertThatThrownBy(() -> PageQuery.of("101", "100")).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> PageQuery.of("501", null)).isInstanceOf(InvalidInput.class);
    }
}
