package vn.loa.accounts;

import java.util.LinkedHashSet;
import java.util.Set;

/** A limited number of keys, those added last. Safe for use by many threads. */
final class LatestKeys<K> {
    private final int most;
    private final Set<K> keys = new LinkedHashSet<>();

    LatestKeys(int most) {
        this.most = most;
    }

    synchronized void add(K key) {
        keys.remove(key);
        keys.add(key);
        if (keys.size() > most) {
            keys.remove(keys.iterator().next());
        }
    }

    synchronized boolean has(K key) {
        return keys.contains(key);
    }
}
