package vn.loa.media.processing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the log has been told of outages of this machine. All jobs that are held by one come again and again as long as it
 * lasts; it is told once. Safe for use by many threads.
 */
@ApplicationScoped
class Outages {
    /** After this long without anybody who meets it, it was over; what comes then is another one. */
    static final Duration LULL = Retries.ELSEWHERE.multipliedBy(5);

    /** By their reasons, which are few: when somebody last met them. */
    private final Map<String, Instant> met = new ConcurrentHashMap<>();

    private final Clock clock;

    /** For the container. */
    protected Outages() {
        this(Clock.systemUTC());
    }

    @Inject
    Outages(Clock clock) {
        this.clock = clock;
    }

    /** Notes that somebody has met one. @return whether nobody had before */
    boolean isNew(String reason) {
        var now = clock.instant();
        var before = met.put(reason, now);
        return before == null || Duration.between(before, now).compareTo(LULL) > 0;
    }
}
