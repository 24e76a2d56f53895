package vn.loa.questions;

/**
 * What somebody asks the list of questions for. What is empty does not narrow it; what is not known narrows it to nothing.
 *
 * @param words of what was written, without regard to case and diacritics, or the number of a question
 * @param state its code, or {@value #LATE}
 * @param agency its code
 * @param topic its code
 */
public record QuestionFilter(String words, String state, String agency, String topic) {
    /** For those that should have been answered by now. */
    public static final String LATE = "late";

    /** Everything. */
    public static QuestionFilter none() {
        return new QuestionFilter("", "", "", "");
    }

    /** The same about another topic. */
    QuestionFilter about(String other) {
        return new QuestionFilter(words, state, agency, other);
    }

    public boolean narrows() {
        return !equals(none());
    }
}
