package vn.loa.administration;

import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;

/** Who may change what holds for the whole portal: administrators who are confined to no place. */
final class Administrators {
    private Administrators() {}

    /** @param act what is tried @throws NotPermitted for others */
    static void require(Actor by, String act) {
        if (!by.is(Role.ADMINISTRATOR) || by.isConfined()) {
            throw new NotPermitted(by, act);
        }
    }
}
