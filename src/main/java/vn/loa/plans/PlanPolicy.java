package vn.loa.plans;

import vn.loa.accounts.Actor;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.taxonomy.Locality;

/** Who may do what with plans. Somebody who is confined to a locality touches only plans for places within it, before and after a change. */
final class PlanPolicy {
    private PlanPolicy() {}

    /** @param where the place that the plan is, or shall be, for */
    static void requireEditor(Actor by, Locality where) {
        require(by.is(Role.EDITOR) && by.covers(where), by, "edit plans there");
    }

    static void requireEditor(Actor by, Plan plan) {
        require(by.is(Role.EDITOR) && covers(by, plan), by, "edit the plan " + plan.slug());
    }

    static void requirePublisher(Actor by, Plan plan) {
        require(by.is(Role.PUBLISHER) && covers(by, plan), by, "publish the plan " + plan.slug());
    }

    private static boolean covers(Actor by, Plan plan) {
        return by.covers(plan.current().locality())
                && plan.published().stream().allMatch(revision -> by.covers(revision.locality()));
    }

    private static void require(boolean permitted, Actor by, String act) {
        if (!permitted) {
            throw new NotPermitted(by, act);
        }
    }
}
