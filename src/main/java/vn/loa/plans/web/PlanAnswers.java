package vn.loa.plans.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import vn.loa.common.web.Problem;
import vn.loa.common.web.Versions;
import vn.loa.plans.PlanChange;
import vn.loa.plans.PlanChange.Done;
import vn.loa.plans.PlanChange.Stale;
import vn.loa.plans.WorkingPlan;

/** How what is not public, or not yet, is answered: to one person, kept by nobody, with the version as its entity tag. */
final class PlanAnswers {
    private PlanAnswers() {}

    static Response of(PlanChange change) {
        if (change instanceof Done done) {
            return with(Response.ok(), done.plan());
        }
        return change instanceof Stale
                ? Problem.of(412, "Somebody else has changed it since; read it again")
                : Problem.of(404, "There is no plan of this name");
    }

    static Response with(ResponseBuilder answer, WorkingPlan plan) {
        return answer.entity(plan)
                .tag(Versions.tag(plan.version()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
