package vn.loa.programmes.delivery;

import vn.loa.common.Coded;

/** What came of one attempt. */
public enum AttemptOutcome implements Coded {
    /** It was taken. */
    ACCEPTED,
    /** The other side has something newer. */
    NEWER,
    /** It was not taken, and is tried again. */
    FAILED,
    /** It was not taken, and would not be if it were tried again. */
    REFUSED
}
