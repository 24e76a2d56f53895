package vn.loa.plans;

/** What comes of changing a plan that somebody has read before. */
public sealed interface PlanChange {
    /** As it stands now. */
    record Done(WorkingPlan plan) implements PlanChange {}

    /** Somebody else has changed it since it was read; nothing was done. @param now as it stands */
    record Stale(WorkingPlan now) implements PlanChange {}

    /** There is no plan at this address. */
    record Unknown() implements PlanChange {}
}
