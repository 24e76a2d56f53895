package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Visit;
import vn.loa.plans.TwinPlans;
import vn.loa.plans.TwinPlans.Twin;
import vn.loa.plans.WorkingPlans;
import vn.loa.plans.web.PlanComparison.Change;

/** What somebody should know who decides about a plan: which other plan it may be once more, and what changes for the public. */
@Named("planDecision")
@RequestScoped
public class PlanDecisionBacking {
    @Inject
    private PlanWorkBacking page;

    @Inject
    private WorkingPlans working;

    @Inject
    private TwinPlans twins;

    @Inject
    private PlanInWords words;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    private @Nullable List<Twin> alike;
    private @Nullable List<Change> changes;
    private boolean compared;

    public List<Twin> getTwins() {
        if (alike == null) {
            alike = twins.of(slug(), user.require());
        }
        return alike;
    }

    /** Whether the public has, or had, another revision than the one at work. */
    public boolean isCompared() {
        getChanges();
        return compared;
    }

    /** What is saved says otherwise than what the public has, or had last. */
    public List<Change> getChanges() {
        if (changes == null) {
            changes = read();
        }
        return changes;
    }

    private List<Change> read() {
        var proposed = page.getPlan();
        var published = working.published(slug(), user.require());
        if (proposed == null || published.isEmpty()) {
            return List.of();
        }
        compared = true;
        return PlanComparison.between(PlanForm.of(published.get()), PlanForm.of(proposed), words);
    }

    private String slug() {
        return visit.route("slug");
    }

    /** Where a plan is worked on. */
    public String at(Twin twin) {
        return visit.href(Addresses.PLAN_LIST + "/" + twin.slug());
    }
}
