package vn.loa.accounts;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.loa.common.JsonFields;

/**
 * What an administrator decides about an account.
 *
 * @param locality code of the unit beyond which they do nothing; absent for the whole province
 * @param languages codes of the languages whose tracks they review
 * @param enabled whether they may sign in
 */
@Schema(name = "AccountContent")
public record AccountContent(
        String displayName, Set<Role> roles, Optional<String> locality, Set<String> languages, boolean enabled) {
    /** In characters. */
    public static final int LONGEST_NAME = 120;

    /** Reads all of it; what is wrong is noted in the fields. */
    public static AccountContent read(JsonFields fields) {
        var name = displayName(fields);
        var roles = new HashSet<Role>();
        for (var code : fields.textList("roles")) {
            Role.find(code).ifPresentOrElse(roles::add, () -> fields.violated("roles", "is not a role: " + code));
        }
        return new AccountContent(
                name,
                Set.copyOf(roles),
                fields.optionalText("locality"),
                Set.copyOf(fields.textList("languages")),
                fields.flag("enabled"));
    }

    /** Reads the name by which people know somebody; what is wrong is noted in the fields. */
    public static String displayName(JsonFields fields) {
        var name = fields.text("displayName").strip();
        if (name.length() > LONGEST_NAME) {
            fields.violated("displayName", "must have at most " + LONGEST_NAME + " characters");
        }
        return name;
    }

    /** Whether who has such an account administers the whole portal. */
    boolean administersAll() {
        return enabled && locality.isEmpty() && roles.contains(Role.ADMINISTRATOR);
    }
}
