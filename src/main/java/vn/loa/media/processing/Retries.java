package vn.loa.media.processing;

import java.time.Duration;

/** How often and after which pauses a job is tried again. */
final class Retries {
    /** Failures that are our own; then the job is dead, unless the only copy of a file is at stake. */
    static final int MOST_FAILURES = 5;

    /** Attempts in a row that ended with the process that made them: such a file is not tried for ever. */
    static final int MOST_CRASHES = 10;

    /** Till another machine may take what this one cannot do. */
    static final Duration ELSEWHERE = Duration.ofMinutes(1);

    /** Till what another job needs may be free. */
    static final Duration OCCUPIED = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int GROWTH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Retries() {}

    /** The pause after so many failures, from 1: 10 s, 40 s, 160 s, 640 s, 2,560 s, then an hour each. */
    static Duration pause(int failures) {
        var pause = FIRST_PAUSE;
        for (var before = 1; before < failures && pause.compareTo(LONGEST_PAUSE) < 0; before++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
