package vn.loa.plans;

import vn.loa.common.Texts;

/** What came of reading a document into a plan. */
public sealed interface PlanImport {
    /** There is a draft, to be checked beside the document, which is kept with it. */
    record Drafted(WorkingPlan plan) implements PlanImport {}

    /**
     * Nothing can come of this file.
     *
     * @param code for programs: {@code document-macros}, {@code no-text}, {@code illegible} …
     * @param explanation why, and what to do about it
     */
    record Refused(String code, Texts explanation) implements PlanImport {}

    /** Nothing has been learnt of it now; it can be tried again in some seconds. @param explanation why */
    record Later(Texts explanation) implements PlanImport {}
}
