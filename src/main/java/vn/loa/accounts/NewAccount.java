package vn.loa.accounts;

import vn.loa.common.JsonFields;

/**
 * Who gets an account.
 *
 * @param username lower case letters, digits and ._- between them, at most {@value Usernames#LONGEST}
 */
public record NewAccount(String username, NewPassword password) {
    /** Reads both; what is wrong is noted in the fields. */
    public static NewAccount read(JsonFields fields) {
        var username = Usernames.normal(fields.text("username"));
        if (!Usernames.isValid(username)) {
            fields.violated(
                    "username",
                    "must be letters from a to z and digits, with . _ - between them, at most " + Usernames.LONGEST
                            + " characters");
        }
        return new NewAccount(username, NewPassword.read(fields, "password"));
    }
}
