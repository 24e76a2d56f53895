package vn.loa.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.loa.programmes.Programmes.Change;

class UndoingTest {
    private static Change change(int number, @Nullable Integer previous) {
        return new Change(number, previous, Instant.EPOCH, "ai", "slot");
    }

    /** 1 ← 2 ← 3, then back to 1, from which 4 was made. */
    private static final List<Change> CHANGES = List.of(change(4, 1), change(3, 2), change(2, 1), change(1, null));

    @Test
    void the_way_back_leads_to_what_a_change_was_made_from_not_to_the_number_before() {
        assertThat(Undoing.previous(4, CHANGES)).contains(1);
        assertThat(Undoing.previous(3, CHANGES)).contains(2);
        assertThat(Undoing.previous(1, CHANGES)).isEmpty();
    }

    @Test
    void the_way_forth_leads_to_the_newest_that_was_made_from_it() {
        assertThat(Undoing.next(1, CHANGES)).contains(4);
        assertThat(Undoing.next(2, CHANGES)).contains(3);
        assertThat(Undoing.next(4, CHANGES)).isEmpty();
    }

    @Test
    void what_is_kept_no_longer_is_no_way_back() {
        assertThat(Undoing.previous(3, List.of(change(3, 2)))).isEmpty();
    }
}
