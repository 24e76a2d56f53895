package vn.loa.programmes.packages;

import vn.loa.common.Coded;

/** Why a package could not be made. */
public enum PackageProblem implements Coded {
    /** The programme, or something in it, has changed since somebody wanted it: it would be another package. */
    CHANGED,
    /** The disk is full. */
    NO_ROOM,
    /** For reasons that nobody foresaw; the log says more. */
    BROKEN
}
