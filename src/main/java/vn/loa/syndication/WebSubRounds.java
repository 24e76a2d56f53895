package vn.loa.syndication;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/** Empties the outbox of the hub every few seconds, where a hub is set. */
@ApplicationScoped
public class WebSubRounds {
    private static final Logger LOG = Logger.getLogger(WebSubRounds.class.getName());
    private static final long EVERY_SECONDS = 3;

    @Inject
    private Rounds rounds;

    @Inject
    private TellHub hub;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        if (hub.isPossible()) {
            rounds.everyInterruptibly(
                    Duration.ofSeconds(EVERY_SECONDS), "websub", this::round, "The hub could not be told of changes");
        }
    }

    private void round() throws InterruptedException {
        while (hub.run()) {
            LOG.fine("More feeds have changed");
        }
    }
}
