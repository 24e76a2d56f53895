package vn.loa.media.processing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Records how far an attempt is, at most once a second. For one thread. */
final class StoredProgress {
    private static final Duration LEAST = Duration.ofSeconds(1);

    private final ProcessingJobs jobs;
    private final Attempt attempt;
    private final Clock clock;
    private Instant next;

    StoredProgress(ProcessingJobs jobs, Attempt attempt, Clock clock) {
        this.jobs = jobs;
        this.attempt = attempt;
        this.clock = clock;
        this.next = clock.instant().plus(LEAST);
    }

    /** @throws LateWorker when another attempt has begun: there is no use in going on */
    void reached(int percent) {
        var now = clock.instant();
        if (!now.isBefore(next)) {
            next = now.plus(LEAST);
            jobs.reached(attempt, percent);
        }
    }
}
