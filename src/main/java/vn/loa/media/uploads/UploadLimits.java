package vn.loa.media.uploads;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;
import vn.loa.media.MediaStorage;

/** How much may be on its way. A setting that makes no sense stops the start. */
@ApplicationScoped
public class UploadLimits {
    @Inject
    @ConfigProperty(name = "loa.uploads.quota.bytes", defaultValue = "17179869184")
    private long quota;

    @Inject
    private MediaStorage storage;

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        if (quota <= 0) {
            throw new IllegalStateException("The setting loa.uploads.quota.bytes must be greater than 0, not " + quota);
        }
    }

    /** The largest file, in bytes. */
    public long mostBytes() {
        return storage.mostBytes();
    }

    /** How many bytes of one account may be on their way into the store, declared ones counted, and those of which tracks were made. */
    public long quotaBytes() {
        return quota;
    }
}
