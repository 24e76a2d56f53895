package vn.loa.media.processing;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Records how far an attempt is, at most once a second; a database that is away for a moment costs no work. For one thread. */
final class StoredProgress {
    private static final Logger LOG = System.getLogger(StoredProgress.class.getName());
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
            try {
                jobs.reached(attempt, percent);
            } catch (LateWorker late) {
                throw late;
            } catch (RuntimeException away) {
                LOG.log(
                        Level.WARNING,
                        "Cannot record that job {0} has come to {1} %: {2}",
                        attempt.job(),
                        percent,
                        away);
            }
        }
    }
}
