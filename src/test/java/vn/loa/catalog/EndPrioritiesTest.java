package vn.loa.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EndPrioritiesTest {
    @Test
    void one_that_cannot_be_ended_leaves_no_other_pressing() {
        var ended = new ArrayList<Long>();

        new EndPriorities().endAll(List.of(1L, 2L, 3L), id -> {
            if (id == 2) {
                throw new IllegalStateException("away");
            }
            ended.add(id);
        });

        assertThat(ended).containsExactly(1L, 3L);
    }
}
