package vn.loa.administration;

import vn.loa.common.Coded;

/**
 * What is wrong with a table of units.
 *
 * @param line of the file, from 1; 0 for the whole of it
 * @param detail what stands there, or what is missing; may be empty
 */
public record UnitFault(int line, Kind kind, String detail) {
    /** What it is. */
    public enum Kind implements Coded {
        /** Not UTF-8. */
        ENCODING,
        EMPTY,
        MISSING_COLUMNS,
        TOO_MANY_ROWS,
        BAD_CODE,
        NO_NAME,
        UNKNOWN_KIND,
        BAD_DAY,
        REVERSED,
        /** The same unit stands in the file before. */
        DUPLICATE,
        UNKNOWN_PARENT,
        /** The unit above it, or one below it, is of no higher, or no lower, level. */
        WRONG_LEVEL,
        UNKNOWN_SUCCESSOR,
        /** Another unit has this code and has not ended. */
        OVERLAP
    }
}
