package vn.loa.accounts;

import vn.loa.common.JsonFields;

/**
 * A password that somebody chooses.
 *
 * @param text at least {@value #SHORTEST} characters, the least that makes guessing hopeless at the pace at which guesses are answered
 */
public record NewPassword(String text) {
    public static final int SHORTEST = 12;

    /** Reads it; what is wrong is noted in the fields. The text itself stands in no message. */
    public static NewPassword read(JsonFields fields, String field) {
        var text = fields.secret(field);
        if (!isLongEnough(text)) {
            fields.violated(field, "must have from " + SHORTEST + " to " + Passwords.LONGEST + " characters");
        }
        return new NewPassword(text);
    }

    /** Whether it has as many characters as a password must have, and no more than one may have as signing in counts them, in UTF-16. */
    public static boolean isLongEnough(String text) {
        return text.codePointCount(0, text.length()) >= SHORTEST && text.length() <= Passwords.LONGEST;
    }

    @Override
    public String toString() {
        return "a password";
    }
}
