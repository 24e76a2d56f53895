package vn.loa.accounts;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How often something may be tried, key by key: some times at once, then once in a while. Remembers a limited number of keys, those
 * tried last. Each node counts for itself. Safe for use by many threads.
 */
public final class AttemptLimit<K> {
    private final Bandwidth limit;
    private final TimeMeter clock;
    private final Map<K, Bucket> buckets;

    /**
     * @param atOnce how often it may be tried without waiting
     * @param every the time that gives one attempt back
     * @param mostKeys how many keys are remembered
     */
    public AttemptLimit(long atOnce, Duration every, int mostKeys, TimeMeter clock) {
        this.limit = Bandwidth.builder().capacity(atOnce).refillGreedy(1, every).build();
        this.clock = clock;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
                return size() > mostKeys;
            }
        };
    }

    /** Counts an attempt; when there have been too many, it says how long to wait instead. */
    public Optional<Duration> attempt(K key) {
        return attempt(key, 1);
    }

    /** The same for several at once: all of them or none. @param count from 1 to how often it may be tried without waiting */
    public Optional<Duration> attempt(K key, long count) {
        var answer = bucket(key).tryConsumeAndReturnRemaining(count);
        return answer.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(answer.getNanosToWaitForRefill()));
    }

    /** The attempt does not count after all. */
    public void forgive(K key) {
        bucket(key).addTokens(1);
    }

    private Bucket bucket(K key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    key,
                    none -> Bucket.builder()
                            .addLimit(limit)
                            .withCustomTimePrecision(clock)
                            .build());
        }
    }
}
