package vn.loa.accounts;

import vn.loa.common.JsonFields;

/**
 * Who gets an account.
 *
 * @param username lower case letters, digits and ._- between them, at most {@value Usernames#LONGEST}
 */
public record NewAccount(String username, NewPassword password) {
    /** As it is stored. */
    public static String username(String written) {
        return Usernames.normal(written);
    }

    /** Whether an account may have this name, as it is stored. */
    public static boolean isUsername(String name) {
        return Usernames.isValid(name);
    }

    /** Reads both; what is wrong is noted in the fields. */
    public static NewAccount read(JsonFields fields) {
        var username = Usernames.normal(fields.text("username"));
        if (!Usernames.isValid(username)) {
            fields.violated(
                    "username",
                    "must be letters from a to z and digits, with . _ - between them, at most " + Usernames.LONGEST
                            + " characters");
        }
        return new NewAccount(username, NewPassword.read(fields, "password", username));
    }
}
