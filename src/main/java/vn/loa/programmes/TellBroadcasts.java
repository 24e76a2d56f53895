package vn.loa.programmes;

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
 * Lets pages that tell how often something was aired be made anew, at most every {@value #EVERY_SECONDS} seconds: stations write all day long, and each entry by
 * itself would take every page out of memory.
 */
@ApplicationScoped
public class TellBroadcasts {
    private static final Logger LOG = System.getLogger(TellBroadcasts.class.getName());
    private static final long EVERY_SECONDS = 600;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private BroadcastNews news;

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
            news.tell();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Pages could not be told of new broadcasts; the next round tries again", e);
        }
    }
}
