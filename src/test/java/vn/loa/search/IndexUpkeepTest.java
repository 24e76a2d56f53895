package vn.loa.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class IndexUpkeepTest {
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final Hands clock = new Hands();
    private final Compared comparison = new Compared();
    private boolean isAway;
    private int rounds;
    private IndexRebuild.State state = IndexRebuild.State.IDLE;
    private final IndexUpkeep upkeep = new IndexUpkeep(
            clock,
            IndexSpace.of(new SearchSettings(URI.create("http://127.0.0.1:9/solr/loa"), false, SHORT, SHORT, SHORT)),
            new IndexUpdate() {
                @Override
                public boolean run() {
                    rounds++;
                    if (isAway) {
                        throw new SearchUnavailable("away");
                    }
                    return false;
                }
            },
            comparison,
            new IndexRuns() {
                @Override
                public IndexRebuild.Progress progress() {
                    return new IndexRebuild.Progress(state, 0, 0, null, null, null);
                }
            });

    @Test
    void index_and_database_are_compared_after_the_start_and_at_night_while_the_index_is_of_the_right_size() {
        round(Duration.ZERO);
        round(Duration.ofHours(3));
        assertThat(comparison.times).isEqualTo(1);

        round(Duration.ofHours(24));
        assertThat(comparison.times).isEqualTo(2);
    }

    @Test
    void an_index_that_came_back_empty_between_two_changes_is_filled_within_minutes() {
        round(Duration.ZERO);
        comparison.isOfRightSize = false;
        comparison.different = 40;

        round(Duration.ofSeconds(1));
        assertThat(comparison.times).isEqualTo(1);
        round(Duration.ofMinutes(4));
        assertThat(comparison.times).isEqualTo(2);
        round(Duration.ofMinutes(4));
        assertThat(comparison.times).isEqualTo(3);
    }

    @Test
    void a_size_that_no_comparison_explains_is_looked_into_seldom() {
        round(Duration.ZERO);
        comparison.isOfRightSize = false;

        round(Duration.ofMinutes(4));
        round(Duration.ofMinutes(4));
        assertThat(comparison.times).isEqualTo(2);
        round(Duration.ofHours(1));
        assertThat(comparison.times).isEqualTo(3);
    }

    @Test
    void an_index_is_compared_when_the_server_is_back() {
        round(Duration.ZERO);
        isAway = true;
        round(Duration.ofSeconds(1));
        isAway = false;

        round(Duration.ofSeconds(11));
        assertThat(comparison.times).isEqualTo(2);
    }

    @Test
    void while_the_server_is_away_it_is_tried_less_and_less_often_and_soon_again_when_it_is_back() {
        round(Duration.ZERO);
        isAway = true;
        rounds = 0;
        for (var half = 0; half < 120; half++) {
            round(Duration.ofMillis(500));
        }
        assertThat(rounds).isBetween(8, 12);

        isAway = false;
        rounds = 0;
        for (var half = 0; half < 18; half++) {
            round(Duration.ofMillis(500));
        }
        assertThat(rounds).isPositive();

        isAway = true;
        round(Duration.ofMillis(500));
        rounds = 0;
        round(Duration.ofMillis(1_000));
        assertThat(rounds).as("a second outage begins anew").isOne();
    }

    @Test
    void nothing_is_compared_while_the_index_is_built_anew_and_the_night_is_made_up_for() {
        round(Duration.ZERO);
        comparison.isOfRightSize = false;
        state = IndexRebuild.State.RUNNING;

        round(Duration.ofMinutes(4));
        round(Duration.ofHours(24));
        assertThat(comparison.times).isEqualTo(1);

        state = IndexRebuild.State.DONE;
        comparison.isOfRightSize = true;
        round(Duration.ofMinutes(4));
        assertThat(comparison.times).isEqualTo(2);
    }

    private void round(Duration later) {
        clock.now = clock.now.plus(later);
        upkeep.round();
    }

    private static final class Compared extends IndexComparison {
        private int times;
        private int different;
        private boolean isOfRightSize = true;

        @Override
        public boolean isOfRightSize() {
            return isOfRightSize;
        }

        @Override
        public int run() {
            times++;
            return different;
        }
    }

    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-26T05:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
