package vn.loa.media;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.loa.common.SchemaMigration;

/** Reads where media is kept, before anything is served: a folder that cannot be used stops the start. */
@ApplicationScoped
class MediaSettings {
    @Inject
    @ConfigProperty(name = "loa.data", defaultValue = "data")
    private String data;

    @Inject
    @ConfigProperty(name = "loa.media.max.bytes", defaultValue = "4294967296")
    private long mostBytes;

    @Produces
    @Dependent
    MediaStorage storage() {
        return new MediaStorage(Path.of(data).toAbsolutePath().normalize().resolve("media"), mostBytes);
    }

    void check(@Observes @Priority(SchemaMigration.FIRST + 10) @Initialized(ApplicationScoped.class) Object start) {
        storage();
    }
}
