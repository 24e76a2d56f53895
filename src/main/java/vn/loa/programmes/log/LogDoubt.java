package vn.loa.programmes.log;

import vn.loa.common.Coded;

/** What is odd about an entry of the log that was kept all the same: somebody may have to correct it. */
public enum LogDoubt implements Coded {
    /** The clock of the station said a time that cannot be. */
    CLOCK,
    /** Its work was not public yet. */
    BEFORE,
    /** Something else is told to have been heard at the same time. */
    AT_ONCE,
    /** It was not planned for about that time, though there was a programme. */
    UNPLANNED
}
