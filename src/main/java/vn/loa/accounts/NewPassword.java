package vn.loa.accounts;

import vn.loa.common.JsonFields;

/**
 * A password that somebody chooses.
 *
 * @param text at least {@value #SHORTEST} characters, the least that makes guessing hopeless at the pace at which guesses are answered
 */
public record NewPassword(String text) {
    public static final int SHORTEST = 12;

    /** Reads it; what is wrong is noted in the fields. The text itself stands in no message. @param username of the account */
    public static NewPassword read(JsonFields fields, String field, String username) {
        var text = fields.secret(field);
        if (!isLongEnough(text)) {
            fields.violated(field, "must have from " + SHORTEST + " to " + Passwords.LONGEST + " characters");
        } else if (isGuessed(text, username)) {
            fields.violated(
                    field,
                    "is guessed easily: common words, rows of keys, repetitions and the name of the account do not count");
        }
        return new NewPassword(text);
    }

    /** Whether it has as many characters as a password must have, and no more than one may have as signing in counts them, in UTF-16. */
    public static boolean isLongEnough(String text) {
        return text.codePointCount(0, text.length()) >= SHORTEST && text.length() <= Passwords.LONGEST;
    }

    /** Whether whoever guesses begins with such ones: common words, rows of keys, repetitions, the name of the account. */
    public static boolean isGuessed(String text, String username) {
        return GuessedPasswords.has(text, username);
    }

    @Override
    public String toString() {
        return "a password";
    }
}
