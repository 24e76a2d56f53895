package vn.loa.questions;

import vn.loa.common.Coded;

/** What can be wrong with a question that somebody sends: each belongs to a field, by its name in the API. */
public enum Fault implements Coded {
    TEXT_MISSING("text", "is required"),
    /** Too short to be understood. */
    TEXT_SHORT("text", "must say in a few words what is asked"),
    TEXT_LONG("text", "must have at most " + Sent.LONGEST_TEXT + " characters"),
    CONTACT_LONG("contact", "must have at most " + Sent.LONGEST_CONTACT + " characters"),
    TOPIC_UNKNOWN("topic", "is the code of no topic"),
    PLACE_UNKNOWN("locality", "is no locality"),
    PLACE_UNCLEAR("locality", "may be one of several localities; give its code"),
    CONSENT_MISSING("consent", "must be true: without consent nothing is kept");

    private final String field;
    private final String message;

    Fault(String field, String message) {
        this.field = field;
        this.message = message;
    }

    public String field() {
        return field;
    }

    /** In English, for programs. */
    public String message() {
        return message;
    }
}
