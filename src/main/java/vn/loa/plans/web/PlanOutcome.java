package vn.loa.plans.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.web.PlanProblems.Problem;

/**
 * What came of a form of a plan.
 *
 * @param form what was typed; null when nothing was, but a step asked for
 * @param version that a next form is made from
 * @param told a sentence; empty when there is nothing to say
 * @param theirs as somebody else has changed it meanwhile; null when nobody has
 * @param slug of the plan with which the page goes on; null while it stays
 * @param notice what has happened to that
 * @param end whether nothing was done, and why
 */
record PlanOutcome(
        @Nullable PlanForm form,
        long version,
        List<Problem> problems,
        String told,
        @Nullable WorkingPlan theirs,
        @Nullable String slug,
        String notice,
        End end) {

    /** How it ended. */
    enum End {
        DONE,
        REFUSED,
        FORBIDDEN
    }

    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    /** Stays, and says why nothing was done; or nothing, when there is nothing to say. */
    static PlanOutcome stays(@Nullable PlanForm form, long version, String told) {
        return of(form, version, told, told.isEmpty() ? End.DONE : End.REFUSED);
    }

    /** Stays, for it is not theirs to do. */
    static PlanOutcome forbidden(@Nullable PlanForm form, long version, String told) {
        return of(form, version, told, End.FORBIDDEN);
    }

    /** Stays, and says what was done, which is no trouble. */
    static PlanOutcome proceeds(PlanForm form, long version, String told) {
        return of(form, version, told, End.DONE);
    }

    /** Stays, and says what is wrong. */
    static PlanOutcome faulty(@Nullable PlanForm form, long version, List<Problem> problems, String told) {
        return new PlanOutcome(form, version, problems, told, null, null, "", End.REFUSED);
    }

    /** Stays, and shows what somebody else has saved meanwhile. */
    static PlanOutcome overtaken(PlanForm form, WorkingPlan now, String told) {
        return new PlanOutcome(form, now.version(), List.of(), told, now, null, "", End.REFUSED);
    }

    static PlanOutcome goesOn(String slug, String notice) {
        return new PlanOutcome(null, 0, List.of(), "", null, slug, notice, End.DONE);
    }

    private static PlanOutcome of(@Nullable PlanForm form, long version, String told, End end) {
        return new PlanOutcome(form, version, List.of(), told, null, null, "", end);
    }

    /** The same beside what somebody else has saved meanwhile. */
    PlanOutcome beside(WorkingPlan now) {
        return new PlanOutcome(form, now.version(), problems, told, now, slug, notice, end);
    }

    boolean isTrouble() {
        return end != End.DONE;
    }

    /** Of the answer, when there is trouble. */
    int status() {
        if (end == End.FORBIDDEN) {
            return FORBIDDEN;
        }
        return theirs == null || !problems.isEmpty() ? UNPROCESSABLE : CONFLICT;
    }
}
