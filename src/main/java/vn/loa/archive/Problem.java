package vn.loa.archive;

import vn.loa.common.Coded;

/** Why nothing at all of an archive can be brought in. What to do about it says the message {@code archive.problem.} with its code. */
public enum Problem implements Coded {
    /** It holds no sheet at its root. */
    NO_SHEET,
    /** It holds more than one, and nobody can say which is meant. */
    MANY_SHEETS,
    /** The sheet is no table that can be read. */
    UNREADABLE_SHEET,
    /** What was sent is, by its name, something else: a film, a letter, a workbook of the old kind. */
    NOT_A_SHEET,
    /** Nothing speaks clearly for one encoding of the sheet. */
    ENCODING,
    SHEET_TOO_LARGE,
    /** What was sent has no bytes. */
    NOTHING_SENT,
    /** There is no line below the names of the columns. */
    EMPTY,
    MISSING_COLUMNS,
    UNKNOWN_COLUMNS,
    COLUMN_TWICE,
    TOO_MANY_ROWS,
    TOO_MANY_COLUMNS,
    /** What was sent is no archive that can be read, or a part of one. */
    UNREADABLE_ARCHIVE,
    TOO_MANY_FILES,
    /** A name leads out of the archive. */
    UNSAFE_NAME,
    /** A name stands for another file. */
    LINK,
    ENCRYPTED,
    /** Two files have names that are the same for some machines. */
    NAME_TWICE,
    /** The bytes are here no longer, or the folder is not. */
    GONE,
    /** Looking at it fails again and again, for reasons that only the log knows. */
    BROKEN,
    /** Who brought it in may not do so any more. */
    CLOSED
}
