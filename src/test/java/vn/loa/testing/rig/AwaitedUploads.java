package vn.loa.testing.rig;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.loa.media.uploads.NeededUpload;

/** Waits for uploads as long as a test says so. */
@ApplicationScoped
public class AwaitedUploads implements NeededUpload {
    private final Set<String> awaited = ConcurrentHashMap.newKeySet();

    public void await(String id) {
        awaited.add(id);
    }

    public void forget(String id) {
        awaited.remove(id);
    }

    @Override
    public boolean isNeeded(String id) {
        return awaited.contains(id);
    }
}
