package vn.loa.programmes.log;

import vn.loa.common.Coded;

/** By which way an entry came into the log. */
public enum LogOrigin implements Coded {
    /** The page that plays the programme has written it by itself. */
    PLAYOUT,
    /** Another program. */
    API,
    /** A table that somebody brought in. */
    FILE,
    /** Somebody, entry by entry. */
    HAND
}
