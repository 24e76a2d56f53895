package vn.loa.syndication;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.loa.common.SchemaMigration;

/** Empties the outbox of the hub every few seconds, where a hub is set. */
@ApplicationScoped
public class WebSubRounds {
    private static final Logger LOG = Logger.getLogger(WebSubRounds.class.getName());
    private static final long EVERY_SECONDS = 3;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private TellHub hub;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        if (hub.isPossible()) {
            rounds = executor.scheduleWithFixedDelay(this::round, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(true);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void round() {
        try {
            while (hub.run()) {
                LOG.fine("More feeds have changed");
            }
        } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The hub could not be told of changes; the next round tries again", e);
        }
    }
}
