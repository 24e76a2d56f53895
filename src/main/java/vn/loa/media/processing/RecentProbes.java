package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import vn.loa.media.transcode.Probe;

/**
 * What this node found when it looked at the last masters, by the hash of each: the steps of a file follow each other closely, and each look reads all of
 * it. Whoever finds nothing here looks again. Safe for use by many threads.
 */
@ApplicationScoped
class RecentProbes {
    private static final int MOST = 100;

    private final Map<String, Probe> found = new LinkedHashMap<>();

    synchronized Optional<Probe> of(String master) {
        return Optional.ofNullable(found.get(master));
    }

    synchronized void put(String master, Probe probe) {
        found.remove(master);
        found.put(master, probe);
        if (found.size() > MOST) {
            found.remove(found.keySet().iterator().next());
        }
    }
}
