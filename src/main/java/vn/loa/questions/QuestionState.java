package vn.loa.questions;

import java.util.Optional;
import vn.loa.common.Coded;

/** Where a question stands, in the order of its life. */
public enum QuestionState implements Coded {
    /** It has come in and nobody has it. */
    RECEIVED,
    /** An agency shall answer it. */
    ASSIGNED,
    /** The answer is written and waits for its publisher. */
    ANSWERED,
    /** Everybody can read question and answer. */
    PUBLISHED,
    /** It ended without being published; its sender is told why, and the answer if there is one. */
    CLOSED;

    public static Optional<QuestionState> find(String code) {
        return Coded.find(QuestionState.class, code);
    }
}
