package vn.loa.search;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/**
 * Empties the outbox twice a second, and compares index and database after the start, every night, and when a look every few minutes shows that the index
 * holds too little or too much, but not while it is built anew. While the search server is away it keeps trying, less and less often, and says so once.
 */
@ApplicationScoped
public class IndexUpkeep {
    private static final Logger LOG = Logger.getLogger(IndexUpkeep.class.getName());
    private static final LocalTime NIGHT = LocalTime.of(3, 15);
    private static final long EVERY_MILLIS = 500;
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(3);
    private static final Duration AFTER_NOTHING = Duration.ofHours(1);

    @Inject
    private Rounds rounds;

    @Inject
    private Clock clock;

    @Inject
    private IndexUpdate update;

    @Inject
    private IndexComparison comparison;

    @Inject
    private IndexRuns runs;

    private final IndexSpace space;
    private boolean isThere;
    private Instant nextComparison = Instant.MIN;
    private Instant nextLook = Instant.MIN;
    private Instant nextTry = Instant.MIN;
    private Duration pause = FIRST_PAUSE;
    private boolean away;

    /** With the settings of this program. */
    public IndexUpkeep() {
        space = IndexSpace.of(SearchSettings.read(ConfigProvider.getConfig()));
    }

    IndexUpkeep(Clock clock, IndexSpace space, IndexUpdate update, IndexComparison comparison, IndexRuns runs) {
        this.clock = clock;
        this.space = space;
        this.update = update;
        this.comparison = comparison;
        this.runs = runs;
    }

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofMillis(EVERY_MILLIS), "search-index", this::round, "A round of the search index failed");
    }

    void round() {
        if (clock.instant().isBefore(nextTry)) {
            return;
        }
        var wasThere = isThere;
        try {
            // First: nothing can be taken from the outbox without an index, and what waits must not keep it from being
            // made.
            if (!isThere) {
                space.ensure();
                isThere = true;
            }
            while (update.run()) {
                LOG.fine("More waits in the outbox");
            }
            compareWhenDue();
            pause = FIRST_PAUSE;
            if (away) {
                away = false;
                LOG.info("The search server is back; what waited is being found again");
            }
        } catch (SearchUnavailable e) {
            isThere &= !e.isForWantOfIndex();
            // It may come back without what it had.
            nextComparison = clock.instant().plus(RETRY);
            // An index that is gone is made in the next round.
            if (!wasThere || !e.isForWantOfIndex()) {
                nextTry = clock.instant().plus(pause);
                pause = Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
            }
            if (!away) {
                away = true;
                LOG.warning(() -> "The search server is away, changes wait for it: " + e.getMessage());
            }
        }
    }

    /** A comparison that fails is tried again after a while, and never keeps changes from being found. */
    private void compareWhenDue() {
        var now = clock.instant();
        var isDue = !now.isBefore(nextComparison);
        if (!isDue && now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        if (runs.progress().state() == IndexRebuild.State.RUNNING) {
            // What is being built will lack nothing: to queue it besides would read everything twice.
            nextComparison = isDue ? nextLook : nextComparison;
            return;
        }
        if (!isDue && comparison.isOfRightSize()) {
            return;
        }
        nextComparison = now.plus(RETRY);
        var different = comparison.run();
        nextComparison = nextNight();
        // Of what a comparison does not explain it is not asked every few minutes.
        nextLook = now.plus(!isDue && different == 0 ? AFTER_NOTHING : BETWEEN_LOOKS);
    }

    private Instant nextNight() {
        var now = ZonedDateTime.now(clock);
        var tonight = now.with(NIGHT);
        return (tonight.isAfter(now) ? tonight : tonight.plusDays(1)).toInstant();
    }
}
