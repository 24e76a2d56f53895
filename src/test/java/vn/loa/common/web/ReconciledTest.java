package vn.loa.common.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciledTest {
    @Test
    void what_one_of_two_has_changed_is_taken_from_that_one() {
        var joined = Reconciled.of(
                Map.of("vi", "Cũ", "en", "Old"), Map.of("vi", "Mới", "en", "Old"), Map.of("vi", "Cũ", "en", "New"));

        assertThat(joined.values()).isEqualTo(Map.of("vi", "Mới", "en", "New"));
        assertThat(joined.taken()).containsExactly("en");
        assertThat(joined.isClash()).isFalse();
    }

    @Test
    void where_both_wrote_something_else_neither_is_lost_and_where_they_agree_nobody_is_asked() {
        var joined = Reconciled.of(
                Map.of("vi", "Cũ", "en", "Old"),
                Map.of("vi", "Của tôi", "en", "New"),
                Map.of("vi", "Của họ", "en", "New"));

        assertThat(joined.values()).containsEntry("vi", "Của tôi").containsEntry("en", "New");
        assertThat(joined.theirs()).isEqualTo(Map.of("vi", "Của họ"));
    }

    @Test
    void what_a_page_has_held_is_asked_about_when_nobody_knows_and_what_was_not_asked_for_stays() {
        assertThat(Reconciled.of(Map.of(), Map.of("vi", "Của tôi"), Map.of("vi", "Của họ", "en", "Theirs")))
                .satisfies(joined -> assertThat(joined.theirs()).isEqualTo(Map.of("vi", "Của họ")))
                .satisfies(joined -> assertThat(joined.values()).containsEntry("en", "Theirs"));
    }

    @Test
    void what_a_page_has_held_is_read_again_as_it_was_written_and_nothing_else_is() {
        var held = Map.of("vi", "Có \"dấu\" | và\nxuống dòng", "en", "");
        assertThat(BothWrote.read(BothWrote.written(held))).contains(held);
        assertThat(BothWrote.read("")).isEmpty();
        assertThat(BothWrote.read("[1]")).isEmpty();
        assertThat(BothWrote.read("{\"vi\":1}")).contains(Map.of());
    }
}
