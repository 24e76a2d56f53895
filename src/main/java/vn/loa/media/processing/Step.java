package vn.loa.media.processing;

import java.time.Duration;
import vn.loa.common.Coded;

/** The steps between an upload and everything that is made of it, in this order. */
public enum Step implements Coded {
    /** From staging into the blob store. */
    TAKE_IN(90, 0, 20),
    /** What people can hear and see first. */
    SMALL(60, 20, 100),
    /** All the rest; the asset can be played meanwhile. */
    FULL(30, 0, 100),
    /**
     * Of a sound that dubs a film, when both are complete: fits it to the film, and gives the film its language. It encodes no picture and takes
     * seconds, so that it goes before what takes minutes.
     */
    DUB(40, 0, 100);

    private static final int MOST_GIVEN_WAY = 9;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final int priority;
    private final int from;
    private final int to;

    Step(int priority, int from, int to) {
        this.priority = priority;
        this.from = from;
        this.to = to;
    }

    /** Whether somebody waits for it: it has workers of its own, so that no long job is before it. */
    boolean isQuick() {
        return this == TAKE_IN || this == SMALL;
    }

    /**
     * The higher the sooner, among those that wait for the same workers. What is longer gives way to what is done sooner, by one for each ten
     * minutes; never so far that another step comes before it.
     *
     * @param length of the asset; zero where nobody knows
     */
    int priority(Duration length) {
        return priority - (int) Math.min(MOST_GIVEN_WAY, length.dividedBy(TEN_MINUTES));
    }

    /** How far the asset is on its way to be ready when this step is so far. */
    int overall(int percent) {
        return from + (to - from) * percent / 100;
    }
}
