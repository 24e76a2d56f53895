package vn.loa.media.processing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Who of the workers for what somebody waits for may take up a long film: all but one of them, where there is more than one, so that however many
 * films come, another file never waits for the end of one. Safe for use by many threads.
 */
@ApplicationScoped
class FilmTurns {
    /** The small files of a longer film take minutes, too. */
    static final Duration LONG = Duration.ofMinutes(5);

    @Inject
    private ProcessingJobs jobs;

    @Inject
    private JobSettings settings;

    private Semaphore turns;

    @PostConstruct
    void divide() {
        turns = new Semaphore(Math.max(1, settings.quickWorkers() - 1));
    }

    /**
     * Makes an attempt at a job, unless it is for a long film and there are as many under way as may be.
     *
     * @param attempt gives the pause before the next one; nothing when the job is at its end
     * @return the same; a short pause when it was not the turn of this film, of which nothing is recorded
     */
    Optional<Duration> take(long job, Supplier<Optional<Duration>> attempt) {
        if (!jobs.isForLongFilm(job, LONG)) {
            return attempt.get();
        }
        if (!turns.tryAcquire()) {
            return Optional.of(Retries.OCCUPIED);
        }
        try {
            return attempt.get();
        } finally {
            turns.release();
        }
    }
}
