package vn.loa.media.processing;

import java.time.Duration;
import vn.loa.common.Coded;

/** The steps between an upload and everything that is made of it, in this order. */
public enum Step implements Coded {
    /** From staging into the blob store. */
    TAKE_IN(90, 10),
    /** What people can hear and see first. */
    SMALL(60, 25),
    /** All the rest; the asset can be played meanwhile. */
    FULL(30, 60),
    /**
     * Of a sound that dubs a film, when both are complete: fits it to the film, and gives the film its language. It encodes no picture and takes
     * seconds, so that it goes before what takes minutes.
     */
    DUB(40, 5);

    private static final int MOST_GIVEN_WAY = 9;
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final int priority;
    private final int weight;

    /** @param weight about how much of all the work it is, beside the others */
    Step(int priority, int weight) {
        this.priority = priority;
        this.weight = weight;
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

    /** About how much of all the work it is, beside the others. */
    int weight() {
        return weight;
    }
}
