package vn.loa.media.processing;

import vn.loa.common.Coded;

/** Where a job stands. */
public enum JobState implements Coded {
    /** For a worker, perhaps after a pause. */
    WAITING,
    /** By the worker of its newest attempt. */
    RUNNING,
    DONE,
    /** The file is at fault: trying again is of no use. */
    REFUSED,
    /** It failed too often. */
    DEAD
}
