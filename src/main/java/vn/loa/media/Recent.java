package vn.loa.media;

import java.util.LinkedHashMap;
import java.util.Map;

/** Forgets what was used longest ago when it is full. For one thread at a time, even when it is only read. */
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Recent(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
