package vn.loa.media.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What is public, remembered for a second: a player asks for many stretches of one file, and the database need not be asked for
 * each. So what is withdrawn stays readable for a second at most.
 */
final class Remembered<K, V> {
    private static final long MEMORY = Duration.ofSeconds(1).toNanos();

    private final Map<K, Answer<V>> answers;
    private final Function<K, Optional<V>> source;
    private final LongSupplier nanoTime;

    private record Answer<V>(Optional<V> value, long given) {}

    /** @param most answers that are kept, also those that there is nothing @param nanoTime as {@link System#nanoTime} */
    Remembered(int most, Function<K, Optional<V>> source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.answers = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Answer<V>> eldest) {
                return size() > most;
            }
        };
    }

    Optional<V> find(K key) {
        var now = nanoTime.getAsLong();
        synchronized (answers) {
            var known = answers.get(key);
            if (known != null && now - known.given() < MEMORY) {
                return known.value();
            }
        }
        var value = source.apply(key);
        synchronized (answers) {
            answers.put(key, new Answer<>(value, now));
        }
        return value;
    }
}
