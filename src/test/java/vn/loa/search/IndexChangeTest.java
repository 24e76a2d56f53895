package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class IndexChangeTest {
    @Test
    void what_is_missing_or_of_another_revision_is_outdated_and_what_nobody_wants_is_unwanted() {
        var change = IndexChange.between(
                Map.of("product/1", "a", "product/2", "old", "plan/9", "x"),
                Map.of("product/1", "a", "product/2", "new", "product/3", "b"));

        assertThat(change.outdated()).containsExactlyInAnyOrder("product/2", "product/3");
        assertThat(change.unwanted()).containsExactly("plan/9");
    }
}
