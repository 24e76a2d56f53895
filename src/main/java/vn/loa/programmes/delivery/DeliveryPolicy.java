package vn.loa.programmes.delivery;

import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Locality;

/** Who says where programmes are sent: administrators, for stations of the unit that they are confined to. */
final class DeliveryPolicy {
    private DeliveryPolicy() {}

    static boolean mayKeep(Actor by, Locality unit) {
        return by.is(Role.ADMINISTRATOR) && by.covers(unit);
    }

    /** @throws NotPermitted unless they are an administrator */
    static void require(Actor by) {
        if (!by.is(Role.ADMINISTRATOR)) {
            throw new NotPermitted(by, "say where programmes are sent");
        }
    }
}
