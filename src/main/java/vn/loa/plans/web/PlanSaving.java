package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Step;
import vn.loa.common.JsonFields;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.plans.MovePlan;
import vn.loa.plans.PlanChange;
import vn.loa.plans.PlanContent;
import vn.loa.plans.ReadPlan;
import vn.loa.plans.RewritePlan;
import vn.loa.plans.StartPlan;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.WorkingPlans;

/** Saves what was typed about a plan, beside what somebody else may have saved meanwhile. */
@RequestScoped
public class PlanSaving {
    /** What the form began with, as {@link PlanMerge} marks it. */
    static final String BASE = "goc";

    @Inject
    private ReadPlan contents;

    @Inject
    private StartPlan start;

    @Inject
    private RewritePlan rewrite;

    @Inject
    private MovePlan move;

    @Inject
    private WorkingPlans working;

    @Inject
    private SentOnce once;

    @Inject
    private SentPlan sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** Once a conflict has been told, the differences stay in sight until somebody has saved. */
    PlanOutcome contested(String slug, PlanForm form, PlanOutcome outcome) {
        if (sent.parameter("khac").isEmpty() || outcome.slug() != null || outcome.theirs() != null) {
            return outcome;
        }
        return working.find(slug, user.require())
                .map(now -> {
                    merge(form, now);
                    return outcome.beside(now);
                })
                .orElse(outcome);
    }

    PlanOutcome save(String slug, PlanForm form, long version, boolean handIn) {
        var content = content(slug, form);
        if (slug.equals(PlanForms.NEW)) {
            return begun(content, form, handIn);
        }
        var change = rewrite.rewrite(slug, seen -> seen == version, content, user.require());
        if (change instanceof PlanChange.Stale stale) {
            return merged(slug, form, stale.now(), handIn);
        }
        if (change instanceof PlanChange.Done done) {
            return handIn ? handedIn(done.plan()) : PlanOutcome.goesOn(slug, "da-luu");
        }
        return PlanOutcome.stays(form, version, visit.text("plan.told.gone"));
    }

    private PlanContent content(String slug, PlanForm form) {
        var fields = new JsonFields(PlanFormJson.of(form));
        var by = user.require();
        var content = slug.equals(PlanForms.NEW) ? contents.begun(fields, by) : contents.of(slug, fields, by);
        fields.finish();
        return content;
    }

    /** What two have written in different places is saved together; nobody is asked about it. Who has sent the same twice is told that it is saved. */
    private PlanOutcome merged(String slug, PlanForm form, WorkingPlan now, boolean handIn) {
        if (!merge(form, now).contested().isEmpty()) {
            return conflict(form, now);
        }
        if (PlanMerge.marks(form).equals(PlanMerge.marks(PlanForm.of(now)))) {
            if (!handIn) {
                return PlanOutcome.goesOn(slug, "da-luu");
            }
            return now.state().equals("draft") ? handedIn(now) : PlanOutcome.goesOn(slug, "da-gui");
        }
        var change = rewrite.rewrite(slug, seen -> seen == now.version(), content(slug, form), user.require());
        return change instanceof PlanChange.Done
                ? PlanOutcome.goesOn(slug, "da-gop")
                : PlanOutcome.stays(form, now.version(), visit.text("plan.told.stale"));
    }

    /** Takes over what only the other has written. */
    private PlanMerge merge(PlanForm form, WorkingPlan now) {
        var theirs = PlanForm.of(now);
        form.adopt(theirs);
        var merge = PlanMerge.of(form, theirs, sent.parameter(BASE));
        form.take(merge.taken(), theirs);
        return merge;
    }

    /** Sent twice, it begins one plan, which is handed in whenever that is asked for. */
    private PlanOutcome begun(PlanContent content, PlanForm form, boolean handIn) {
        var by = user.require();
        var outcome =
                once.make(by.name(), () -> Optional.of(start.start(content, by).slug()));
        if (!(outcome instanceof SentOnce.Outcome.Made made)) {
            return PlanOutcome.stays(form, 0, visit.text("once.otherwise"));
        }
        var plan = working.find(made.name(), by)
                .filter(each -> handIn && each.state().equals("draft"));
        return plan.map(this::handedIn).orElseGet(() -> PlanOutcome.goesOn(made.name(), handIn ? "da-gui" : "da-luu"));
    }

    /** What was saved is saved, also when it is not taken for review. */
    private PlanOutcome handedIn(WorkingPlan plan) {
        try {
            var change = move.move(
                    plan.slug(), new Step(Step.To.REVIEW, null, null), seen -> seen == plan.version(), user.require());
            return PlanOutcome.goesOn(plan.slug(), change instanceof PlanChange.Done ? "da-gui" : "chua-gui");
        } catch (TransitionRefused refused) {
            return PlanOutcome.goesOn(plan.slug(), "chua-gui");
        } catch (RuntimeException failure) {
            PlanForms.requireOvertaken(failure);
            return PlanOutcome.goesOn(plan.slug(), "chua-gui");
        }
    }

    private PlanOutcome conflict(PlanForm form, WorkingPlan now) {
        return PlanOutcome.overtaken(form, now, visit.text("plan.told.conflict"));
    }

    /** Takes one field from what somebody else has saved meanwhile. */
    PlanOutcome takeOver(String slug, String field, PlanForm form, long version) {
        return working.find(slug, user.require())
                .map(now -> {
                    merge(form, now);
                    form.take(field, PlanForm.of(now));
                    return conflict(form, now);
                })
                .orElseGet(() -> PlanOutcome.stays(form, version, visit.text("plan.told.gone")));
    }
}
