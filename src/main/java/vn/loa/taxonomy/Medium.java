package vn.loa.taxonomy;

import vn.loa.common.Coded;

/** How a work of a genre is taken in: it decides what its page puts first. */
public enum Medium implements Coded {
    AUDIO,
    VIDEO,
    TEXT,
    PRINT
}
