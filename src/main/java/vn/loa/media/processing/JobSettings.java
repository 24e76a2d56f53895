package vn.loa.media.processing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;
import vn.loa.media.MediaStorage;

/** What an operator decides about the work behind the pages. A setting that makes no sense stops the start. */
@ApplicationScoped
class JobSettings {
    private static final int MOST_WORKERS = 64;

    @Inject
    @ConfigProperty(name = "loa.jobs.workers", defaultValue = "1")
    private int workers;

    @Inject
    @ConfigProperty(name = "loa.jobs.quick.workers", defaultValue = "2")
    private int quickWorkers;

    @Inject
    @ConfigProperty(name = "loa.jobs.heartbeat.seconds", defaultValue = "15")
    private int heartbeatSeconds;

    @Inject
    private MediaStorage storage;

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (workers < 0 || workers > MOST_WORKERS) {
            throw new IllegalStateException(
                    "The setting loa.jobs.workers must be a number from 0 to " + MOST_WORKERS + ", not " + workers);
        }
        if (quickWorkers < 1 || quickWorkers > MOST_WORKERS) {
            throw new IllegalStateException("The setting loa.jobs.quick.workers must be a number from 1 to "
                    + MOST_WORKERS + ", not " + quickWorkers);
        }
        if (heartbeatSeconds < 1) {
            throw new IllegalStateException(
                    "The setting loa.jobs.heartbeat.seconds must be greater than 0, not " + heartbeatSeconds);
        }
    }

    /** How many long jobs this node does at the same time; 0 leaves all jobs to others. */
    int workers() {
        return workers;
    }

    /** How many jobs that somebody waits for this node does besides; at least one. */
    int quickWorkers() {
        return quickWorkers;
    }

    /** How often a worker says that it lives. */
    Duration heartbeat() {
        return Duration.ofSeconds(heartbeatSeconds);
    }

    /** Where attempts keep what they need while they are under way. */
    Path workFolders() {
        return storage.folder().resolve("work");
    }
}
