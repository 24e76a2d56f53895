package vn.loa.media.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SPAN = Pace.SPAN.toNanos();
    private static final int ENOUGH = (int) (Pace.LEAST * Pace.SPAN.toSeconds());

    private final Pace pace = new Pace(0);

    @Test
    void nobodyIsJudgedBeforeAWholeSpan() {
        assertThat(pace.isTooSlow(SPAN - 1)).isFalse();
    }

    @Test
    void aBufferNowAndThenIsTooSlow() {
        pace.moved(Transfers.CHUNK);

        assertThat(pace.isTooSlow(SPAN)).isTrue();
    }

    @Test
    void aPhoneThatListensIsNot() {
        pace.moved(ENOUGH);
        assertThat(pace.isTooSlow(SPAN)).isFalse();

        pace.moved(ENOUGH - 1);
        assertThat(pace.isTooSlow(2 * SPAN))
                .as("what was taken before does not count again")
                .isTrue();
    }
}
