package vn.loa.plans.intake;

/** Why an editor should look twice. */
public enum Doubt {
    /** Letters stood where digits belong, as optical recognition leaves them (2O24), and were read as digits. */
    MENDED_DIGITS,
    /** Its digits stood apart, and were read as one number. */
    PARTED_DIGITS,
    /** Stood in capitals only; which words begin with one was guessed. */
    GUESSED_CAPITALS,
    /** Not in its own place of the layout; taken from what else the document says. */
    INFERRED,
    /** A part that belongs to it is blank: the day, the name of the signer, the number of works. */
    INCOMPLETE,
    /** It names no such day. */
    IMPOSSIBLE_DATE,
    /** The same number stands before it among its siblings, or numbers are missing before it. */
    OUT_OF_ORDER,
    /** A name for a long paragraph that has none. */
    SHORTENED,
    /** The same number of works of the same genre is promised before it: by somebody else, or twice. */
    SAID_BEFORE,
    /** Mentioned within the subject of another document. */
    NESTED
}
