package vn.loa.media;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import vn.loa.common.HealthOf;

/** Whether media can be read and written where they are kept, with some room left for what comes in. */
@Readiness
@ApplicationScoped
public class StorageHealth implements HealthCheck {
    @Inject
    private BlobStore store;

    @Resource
    private ManagedExecutorService executor;

    @Override
    public HealthCheckResponse call() {
        return HealthOf.part("storage", executor, this::ask);
    }

    private boolean ask() throws IOException {
        store.check();
        return true;
    }
}
