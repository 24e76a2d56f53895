package vn.loa.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.taxonomy.Locality;

/** Which accounts an administrator reaches: those within their own place. Within the transaction of who asks. */
@ApplicationScoped
class ReachableAccounts {
    @Inject
    private Accounts accounts;

    /** Empty when there is none. @throws NotPermitted for others than administrators, and for accounts beyond their place */
    Optional<Account> find(Actor by, String username) {
        AccountAdministration.require(by);
        var found = accounts.find(username);
        if (found.isPresent() && !covers(by, found.get().locality().orElse(null))) {
            throw new NotPermitted(by, "administer accounts there");
        }
        return found;
    }

    /**
     * The same for what decides by what somebody signs in. Of one's own account nobody decides that as an administrator: whoever finds a
     * browser open would have the account for good, without the password and the code that one is asked for oneself.
     *
     * @throws NotPermitted for one's own account, too
     */
    Optional<Account> another(Actor by, String username) {
        var found = find(by, username);
        if (found.isPresent() && by.name().equals(username)) {
            throw new NotPermitted(by, "decide as an administrator how they sign in themselves");
        }
        return found;
    }

    /** Whose place is the whole province is beyond everybody who is confined. */
    static boolean covers(Actor by, @Nullable Locality place) {
        return place == null ? !by.isConfined() : by.covers(place);
    }
}
