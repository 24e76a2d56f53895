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

/** Ends what presses when its moment has come, within {@value #EVERY_SECONDS} seconds. Several nodes may try: the version of the product lets one of them win. */
@ApplicationScoped
public class EndPriorities {
    private static final Logger LOG = System.getLogger(EndPriorities.class.getName());
    private static final long EVERY_SECONDS = 2;

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private PressProduct press;

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
            for (var id : press.over()) {
                press.end(id);
            }
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "What presses no more could not be told; the next round tries again", e);
        }
    }
}
