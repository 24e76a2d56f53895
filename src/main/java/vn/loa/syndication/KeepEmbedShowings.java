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

/** Writes down what {@link EmbedLog} has counted, so that no visitor waits for it. What is counted last when the portal ends is lost. */
@ApplicationScoped
public class KeepEmbedShowings {
    private static final Logger LOG = Logger.getLogger(KeepEmbedShowings.class.getName());
    private static final long EVERY_SECONDS = 5;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private EmbedLog log;

    @Inject
    private EmbedShowings showings;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds = executor.scheduleWithFixedDelay(this::keep, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void keep() {
        var taken = log.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            showings.add(taken);
        } catch (RuntimeException e) {
            log.giveBack(taken);
            LOG.log(Level.WARNING, "Which sites show embeds could not be written down; the next round tries again", e);
        }
    }
}
