package vn.loa.catalog;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/**
 * Looks every {@value #EVERY_SECONDS} seconds which replaced films nothing shows any more. Several nodes may look: each waits for the others at the lock of
 * the product, and then finds nothing left to do.
 */
@ApplicationScoped
public class ReplacingRounds {
    private static final Logger LOG = System.getLogger(ReplacingRounds.class.getName());
    private static final long EVERY_SECONDS = 15;

    @Inject
    private Rounds rounds;

    @Inject
    private FinishReplacing replacing;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(
                Duration.ofSeconds(EVERY_SECONDS),
                "replaced-films",
                this::round,
                "Which films are replaced could not be read");
    }

    private void round() {
        for (var id : replacing.waiting()) {
            finishOne(id);
        }
    }

    private void finishOne(long id) {
        try {
            replacing.finish(id);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "Product " + id + " keeps a film that is replaced for now; the next round tries again",
                    e);
        }
    }
}
