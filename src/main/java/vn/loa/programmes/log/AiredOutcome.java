package vn.loa.programmes.log;

import vn.loa.common.Coded;

/** What became of something that was to be aired, the best first. */
public enum AiredOutcome implements Coded {
    AIRED,
    /** It was broken off: by an emergency, or by a power cut. */
    CUT,
    /** Nobody heard it. */
    MISSED;

    /** Whether more was heard than this. */
    boolean isMoreThan(AiredOutcome other) {
        return compareTo(other) < 0;
    }
}
