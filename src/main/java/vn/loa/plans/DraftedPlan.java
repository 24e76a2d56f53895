package vn.loa.plans;

import java.util.List;
import vn.loa.plans.WorkingPlan.ImportWarning;

/** What a document says as content of a draft, and what somebody should look at in it. */
record DraftedPlan(PlanContent content, List<ImportWarning> warnings) {
    DraftedPlan {
        warnings = List.copyOf(warnings);
    }
}
