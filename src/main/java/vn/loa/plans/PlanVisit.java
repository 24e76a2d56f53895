package vn.loa.plans;

/** What somebody finds at the address of a plan. */
public sealed interface PlanVisit {
    /** It is public. */
    record Shown(PlanPage page) implements PlanVisit {}

    /** It was public and has been taken down. @param reason what the publisher tells the public; may be empty */
    record Withdrawn(String subject, String reason) implements PlanVisit {}

    /** There is, for the public, no such plan. */
    record Unknown() implements PlanVisit {}
}
