package vn.loa.catalog;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SchemaMigration;

/**
 * Looks every {@value #EVERY_SECONDS} seconds which replaced films nothing shows any more. Several nodes may look: each waits for the others at the lock of
 * the product, and then finds nothing left to do.
 */
@ApplicationScoped
public class ReplacingRounds {
    private static final Logger LOG = System.getLogger(ReplacingRounds.class.getName());
    private static final long EVERY_SECONDS = 15;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private FinishReplacing replacing;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 300) @Initialized(ApplicationScoped.class) Object start) {
        rounds = executor.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void round() {
        try {
            for (var id : replacing.waiting()) {
                finishOne(id);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Which films are replaced could not be read; the next round tries again", e);
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
