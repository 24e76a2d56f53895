package vn.loa.archive;

import vn.loa.common.Coded;

/** What a line would do, or has done. */
public enum LineState implements Coded {
    /** Something is wrong with it: it is left out. */
    FAULTY,
    /** Everything is so already. */
    SAME,
    /** It would make a product. */
    NEW,
    /** It would change one. */
    CHANGED,
    DONE,
    /** It was to be carried out and could not be. */
    FAILED
}
