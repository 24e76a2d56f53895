package vn.loa.editorial;

import vn.loa.common.Coded;

/** A step in the life of a publication that is not allowed now; the message says why, in English, for logs and the API. */
public final class TransitionRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a step is refused; user texts are keyed by it. */
    public enum Reason implements Coded {
        /** The step does not lead on from this state. */
        WRONG_STATE,
        /** Neither an approved track nor a text. */
        NOTHING_TO_SHOW,
        /** Something is missing without which nobody can judge it. */
        INCOMPLETE,
        /** A shown person has not consented, or has withdrawn the consent. */
        CONSENT_MISSING,
        /** A scheduled moment must lie ahead. */
        NOT_IN_THE_FUTURE,
        /** Who scheduled for so late would not remember it. */
        TOO_FAR_AHEAD,
        /** Nothing presses for so long. */
        TOO_LONG,
        /** Returning and withdrawing need a reason that others can read. */
        NO_REASON_GIVEN,
        /** It was to be taken back, and something has been done since. */
        ALREADY_FOLLOWED,
        /** A track that is not ready can be neither approved nor returned. */
        TRACK_NOT_READY,
        /** What is judged has changed since it was looked at. */
        NOT_AS_SEEN,
        /** What somebody has written and not handed in would be lost. */
        UNSENT_WORDS,
        /** What somebody else has handed in, and nobody has judged, would be lost. */
        OTHER_WORDS_WAIT
    }

    public TransitionRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
