package vn.loa.plans.intake;

/**
 * One line of the original, readable and not empty.
 *
 * @param heading whether the original says that it is one
 * @param page 0 where the format knows no pages
 */
record Line(Passage text, IntakeBlock.Kind kind, boolean heading, boolean bold, boolean centred, int page) {
    String folded() {
        return text.folded();
    }

    /** Whether it may end in the middle of a sentence. */
    boolean mayBreakOff() {
        return kind != IntakeBlock.Kind.ROW && !heading;
    }
}
