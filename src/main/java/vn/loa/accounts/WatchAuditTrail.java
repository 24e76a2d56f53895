package vn.loa.accounts;

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

/**
 * Reads the audit trail after the start and once a day, and says in the log whether it still is what was sealed, and how far it goes. Who owns the
 * database could seal a forged trail anew; the seals in logs and backups that are kept elsewhere would not agree with that.
 */
@ApplicationScoped
public class WatchAuditTrail {
    private static final Logger LOG = Logger.getLogger(WatchAuditTrail.class.getName());
    private static final long AFTER_START = 60;
    private static final long EVERY = TimeUnit.DAYS.toSeconds(1);

    @Resource
    private ManagedScheduledExecutorService executor;

    @Inject
    private AuditTrail trail;

    private @Nullable ScheduledFuture<?> rounds;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds = executor.scheduleWithFixedDelay(this::look, AFTER_START, EVERY, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Must not throw: an exception would end all further rounds. */
    private void look() {
        try {
            var fault = trail.firstFault();
            if (fault.isPresent()) {
                LOG.severe(() -> "The audit trail is not what was sealed from entry " + fault.getAsLong()
                        + " on: entries were changed, removed or slipped in past the portal");
            } else {
                var last = trail.last();
                LOG.info(() -> "The audit trail holds: " + last.number() + " entries, seal " + last.seal());
            }
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The audit trail could not be read; that is tried again tomorrow", e);
        }
    }
}
