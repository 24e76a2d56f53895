package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** The form of a plan that this request has sent. */
@RequestScoped
public class SentPlan {
    /** Of a form, which the server reads. */
    private static final int MOST_BYTES = 2 << 20;

    @Inject
    private PickFields picks;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** That it was made from. */
    long version() {
        var sent = parameter("phien");
        return sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    /** Of one that is too large the server reads nothing: what was typed is on the machine of who typed it. */
    boolean isTooLarge() {
        return request.getContentLengthLong() > MOST_BYTES;
    }

    /** What was typed; names that were picked as what they stand for. */
    PlanForm form() {
        var form = PlanForm.sent(request.getParameterMap());
        form.set("agency", code(Kind.ANY_AGENCY, form.get("agency")));
        form.set("locality", code(Kind.UNIT, form.get("locality")));
        form.set("parent", code(Kind.PLAN, form.get("parent")));
        form.rows(PlanForm.BASES).forEach(row -> row.computeIfPresent("plan", (field, name) -> code(Kind.PLAN, name)));
        return form;
    }

    private String code(Kind kind, String written) {
        return picks.code(kind, written, visit.getWords());
    }
}
