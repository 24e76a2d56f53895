package vn.loa.media.processing;

import java.time.Duration;

/** How often and after which pauses a job is tried again. */
final class Retries {
    /** Failures that are our own; then the job is dead. */
    static final int MOST_FAILURES = 5;

    /** The same of taking in, about three hours after the first: nobody need send a file again that a moment of ours was in the way of. */
    static final int MOST_TAKING_IN = 8;

    /** Attempts in a row that ended with the process that made them: such a file is not tried for ever. */
    static final int MOST_CRASHES = 10;

    /** Till another machine may take what this one cannot do. */
    static final Duration ELSEWHERE = Duration.ofMinutes(1);

    /** Till there may be room on the disk again, or the storage may answer. It does not grow: all goes on within half a minute of that. */
    static final Duration AWAY = Duration.ofSeconds(20);

    /** Till what another job needs may be free. */
    static final Duration OCCUPIED = Duration.ofSeconds(3);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final int GROWTH = 4;
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private Retries() {}

    /** After how many failures a step is given up. */
    static int most(Step step) {
        return step == Step.TAKE_IN ? MOST_TAKING_IN : MOST_FAILURES;
    }

    /** The pause after so many failures, from 1: 10 s, 40 s, 160 s, 640 s, 2,560 s, then an hour each. */
    static Duration pause(int failures) {
        var pause = FIRST_PAUSE;
        for (var before = 1; before < failures && pause.compareTo(LONGEST_PAUSE) < 0; before++) {
            pause = pause.multipliedBy(GROWTH);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
