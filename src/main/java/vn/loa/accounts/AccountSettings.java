package vn.loa.accounts;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** What whoever runs the portal decides about signing in. */
@ApplicationScoped
class AccountSettings {
    private static final int MOST_HOURS = 24 * 366;

    @Inject
    @ConfigProperty(name = "loa.session.hours", defaultValue = "12")
    private int sessionHours;

    /** How long a token is good. */
    Duration sessionLength() {
        return Duration.ofHours(sessionHours);
    }

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (sessionHours < 1 || sessionHours > MOST_HOURS) {
            throw new IllegalStateException(
                    "The setting loa.session.hours must be from 1 to " + MOST_HOURS + ", not " + sessionHours);
        }
    }
}
