package vn.loa.media.processing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import vn.loa.testing.rig.MovableClock;

/** How often the log is told of what holds every job. */
class OutagesTest {
    private final MovableClock clock = new MovableClock();
    private final Outages outages = new Outages(clock);

    @Test
    void anOutageIsToldOnceHoweverLongItLastsAndHoweverManyMeetIt() {
        assertThat(outages.isNew("no-space")).isTrue();
        for (var hour = Duration.ZERO; hour.compareTo(Duration.ofHours(1)) < 0; hour = hour.plus(Retries.AWAY)) {
            clock.forward(Retries.AWAY);
            assertThat(outages.isNew("no-space")).isFalse();
            assertThat(outages.isNew("no-space")).isFalse();
        }
    }

    @Test
    void eachKindIsToldByItself() {
        assertThat(outages.isNew("no-space")).isTrue();
        assertThat(outages.isNew("not-started")).isTrue();
        assertThat(outages.isNew("no-space")).isFalse();
    }

    @Test
    void theNextOneIsToldAgain() {
        outages.isNew("storage-away");
        clock.forward(Outages.LULL.plusSeconds(1));

        assertThat(outages.isNew("storage-away")).isTrue();
    }
}
