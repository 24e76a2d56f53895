package vn.loa.media.processing;

import java.time.Duration;

/** How often and after which pauses a job is tried again. */
final class Retries {
    /** Failures that are our own; then the job is dead. */
    static final int MOST_FAILURES = 5;

    /** Attempts of which most ended with the process that made them: such a file is not tried for ever. */
    static final int MOST_ATTEMPTS = 10;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int GROWTH = 4;

    private Retries() {}

    /** The pause after so many failures, from 1: 10 s, 40 s, 160 s, 640 s. */
    static Duration pause(int failures) {
        return FIRST_PAUSE.multipliedBy((long) Math.pow(GROWTH, failures - 1.0));
    }
}
