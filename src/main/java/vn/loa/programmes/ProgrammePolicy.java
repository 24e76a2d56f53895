package vn.loa.programmes;

import java.util.EnumSet;
import java.util.Set;
import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Locality;

/**
 * Who plans what: an officer the station of the commune that they are confined to and nothing else, publishers and administrators those of the units that they are confined to, and the
 * template of the whole province when they are confined to none below it.
 */
public final class ProgrammePolicy {
    /** Those who have to do with programmes at all. */
    static final Set<Role> PLANNERS = EnumSet.of(Role.COMMUNE_OFFICER, Role.PUBLISHER, Role.ADMINISTRATOR);

    private ProgrammePolicy() {}

    /** @throws NotPermitted unless they have to do with programmes */
    public static void requirePlanner(Actor by) {
        require(by.roles().stream().anyMatch(PLANNERS::contains), by, "plan programmes");
    }

    public static boolean mayPlan(Actor by, Locality unit) {
        var ofAll = by.is(Role.PUBLISHER) || by.is(Role.ADMINISTRATOR);
        // An officer without a commune, or with a whole province, has no station.
        var ofCommune = by.is(Role.COMMUNE_OFFICER)
                && !Station.isTemplate(unit)
                && by.confinedTo() != null
                && by.confinedTo().equals(unit.id());
        return ofAll && by.covers(unit) || ofCommune;
    }

    /** Whether looking after a commune is all that somebody does here. */
    public static boolean isOfficerAlone(Actor by) {
        return by.roles().equals(Set.of(Role.COMMUNE_OFFICER));
    }

    /** @throws NotPermitted unless they plan the programme of this unit */
    public static void require(Actor by, Locality unit) {
        require(mayPlan(by, unit), by, "plan the programme of " + unit.addressName());
    }

    /** Whoever plans several stations at once. */
    public static void requireOverseer(Actor by) {
        require(isOverseer(by), by, "plan programmes of several communes");
    }

    /** Whether somebody plans several stations at once. */
    public static boolean isOverseer(Actor by) {
        return by.is(Role.PUBLISHER) || by.is(Role.ADMINISTRATOR);
    }

    private static void require(boolean permitted, Actor by, String act) {
        if (!permitted) {
            throw new NotPermitted(by, act);
        }
    }
}
