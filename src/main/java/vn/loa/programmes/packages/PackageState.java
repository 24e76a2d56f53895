package vn.loa.programmes.packages;

import vn.loa.common.Coded;

/** How far a package is. */
public enum PackageState implements Coded {
    /** A worker makes it, or will. */
    WAITING,
    /** It can be had. */
    READY,
    /** It could not be made. */
    REFUSED,
    /** It was there, and has been cleared away; it can be made again. */
    EXPIRED
}
