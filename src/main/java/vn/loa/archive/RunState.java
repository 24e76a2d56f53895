package vn.loa.archive;

import vn.loa.common.Coded;

/** How far the bringing in of an archive is. */
public enum RunState implements Coded {
    /** All of it is looked at; nothing is written. */
    CHECKING,
    /** What it would do is known, and waits for a word. */
    CHECKED,
    /** Line by line is carried out. */
    RUNNING,
    DONE,
    /** Nothing of it can be brought in. */
    REFUSED,
    /** Somebody has stopped it: what was done stays, the rest is left. */
    STOPPED;

    /** Whether a worker has something to do with it. */
    public boolean isUnderWay() {
        return this == CHECKING || this == RUNNING;
    }
}
