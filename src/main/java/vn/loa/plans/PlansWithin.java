package vn.loa.plans;

/**
 * What {@link PlanPolicy} says of those who are confined to a place, for statements in JPQL: a plan is for a unit within, both what is worked
 * on and what is public.
 */
public final class PlansWithin {
    /** Of a plan {@code p} with its newest revision {@code r}; {@code :places} are the ids of the units within. */
    public static final String CONDITION =
            " and r.locality.id in :places and not exists (select pv.id from Plan po join"
                    + " po.published pv where po.id = p.id and pv.locality.id not in :places)";

    private PlansWithin() {}
}
