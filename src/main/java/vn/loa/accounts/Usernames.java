package vn.loa.accounts;

import java.util.Locale;
import java.util.regex.Pattern;

/** The names by which accounts sign in: lower case, so that capital letters make no difference. */
final class Usernames {
    /** In characters. */
    static final int LONGEST = 60;

    /** The same rule as in the database. */
    private static final Pattern VALID = Pattern.compile("[a-z0-9]([a-z0-9._-]*[a-z0-9])?");

    private Usernames() {}

    /** As it is stored. */
    static String normal(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether an account may have this name. */
    static boolean isValid(String name) {
        return name.length() <= LONGEST && VALID.matcher(name).matches();
    }
}
