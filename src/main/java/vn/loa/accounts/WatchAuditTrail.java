package vn.loa.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;
import vn.loa.common.Rounds;
import vn.loa.common.SchemaMigration;

/**
 * Reads the audit trail after the start and once a day, and says in the log whether it still is what was sealed, and how far it goes. Who owns the
 * database could seal a forged trail anew; the seals in logs and backups that are kept elsewhere would not agree with that.
 */
@ApplicationScoped
public class WatchAuditTrail {
    private static final Logger LOG = Logger.getLogger(WatchAuditTrail.class.getName());
    private static final Duration AFTER_START = Duration.ofMinutes(1);
    private static final Duration EVERY = Duration.ofDays(1);

    @Inject
    private Rounds rounds;

    @Inject
    private AuditTrail trail;

    void start(@Observes @Priority(SchemaMigration.FIRST + 100) @Initialized(ApplicationScoped.class) Object start) {
        rounds.every(AFTER_START, EVERY, "audit-trail", this::look, "The audit trail could not be read");
    }

    private void look() {
        var fault = trail.firstFault();
        if (fault.isPresent()) {
            LOG.severe(() -> "The audit trail is not what was sealed from entry " + fault.getAsLong()
                    + " on: entries were changed, removed or slipped in past the portal");
        } else {
            var last = trail.last();
            LOG.info(() -> "The audit trail holds: " + last.number() + " entries, seal " + last.seal());
        }
    }
}
