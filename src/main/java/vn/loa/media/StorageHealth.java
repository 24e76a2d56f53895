package vn.loa.media;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.loa.common.HealthOf;

/** Whether media can be read and written where they are kept, with some room left. */
@Readiness
@ApplicationScoped
public class StorageHealth implements HealthCheck {
    private static final long ROOM_BYTES = 64L << 20;

    @Inject
    private MediaStorage storage;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public HealthCheckResponse call() {
        return HealthOf.part("storage", executor, this::ask);
    }

    private boolean ask() throws IOException {
        Files.delete(Files.createTempFile(storage.folder(), ".health", ""));
        long room = Files.getFileStore(storage.folder()).getUsableSpace();
        if (room < ROOM_BYTES) {
            throw new IOException("Only " + room + " bytes are free");
        }
        return true;
    }
}
