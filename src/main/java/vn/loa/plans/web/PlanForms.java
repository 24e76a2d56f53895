package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.common.InvalidInput;
import vn.loa.common.Overtaking;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.plans.WorkingPlans;

/** Takes what the forms of one plan send. They are plain forms: whatever goes wrong, what was typed comes back with the page. */
@RequestScoped
public class PlanForms {
    /** In place of the address of a plan that there is not yet. */
    static final String NEW = "moi";

    /** The agency that is proposed is none of those of its name that there are. */
    private static final String ANOTHER = "khac";

    @Inject
    private SentPlan sent;

    @Inject
    private PlanSaving saving;

    @Inject
    private PlanSteps steps;

    @Inject
    private ProposedAgency agency;

    @Inject
    private WorkingPlans working;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    String token() {
        return tokens.issue(purpose());
    }

    boolean isGood(@Nullable String token) {
        return tokens.isGood(purpose(), token);
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    PlanOutcome take(String slug) {
        var act = parameter("lam").split(":", 3);
        var version = sent.version();
        var form = PlanSteps.isOne(act[0]) ? null : sent.form();
        if (!isGood(parameter(FormTokens.PARAMETER))) {
            return sent.isTooLarge()
                    ? PlanOutcome.stays(null, version, visit.text("plan.told.too-large"))
                    : PlanOutcome.stays(form, version, visit.text("working.again"));
        }
        try {
            return form == null
                    ? steps.take(slug, act[0], version)
                    : saving.contested(slug, form, edit(slug, act, form, version));
        } catch (InvalidInput invalid) {
            var problems = PlanProblems.of(invalid, form, visit);
            var outcome = PlanOutcome.faulty(form, version, problems, visit.text("plan.told.problems"));
            return form == null ? outcome : saving.contested(slug, form, outcome);
        } catch (TransitionRefused refused) {
            var why = visit.textOr("plan.refused." + refused.reason().code(), "plan.refused.other");
            return PlanOutcome.stays(form, version, why);
        } catch (NotPermitted notTheirs) {
            return PlanOutcome.forbidden(form, version, visit.text("plan.refused.not-permitted"));
        } catch (RuntimeException failure) {
            requireOvertaken(failure);
            return PlanOutcome.stays(form, version, visit.text("plan.told.stale"));
        }
    }

    /** Somebody else did something at the same moment: then nothing was done here. @throws RuntimeException the failure, when it has another cause */
    static void requireOvertaken(RuntimeException failure) {
        if (!Overtaking.explains(failure)) {
            throw failure;
        }
    }

    private PlanOutcome edit(String slug, String[] act, PlanForm form, long version) {
        if (!slug.equals(NEW)) {
            // Before anything is said of what others have written, or of what is wrong.
            working.requireEditor(slug, user.require());
        }
        switch (act[0]) {
            case "luu":
                return saving.save(slug, form, version, false);
            case "gui":
                return saving.save(slug, form, version, true);
            case "de-nghi":
                return agency.take(form, version, act.length > 1 && act[1].equals(ANOTHER));
            case "lay":
                return saving.takeOver(slug, act.length > 1 ? act[1] : "", form, version);
            default:
                form.arrange(act[0], act.length > 1 ? act[1] : "", number(act.length > 2 ? act[2] : ""));
                return PlanOutcome.stays(form, version, "");
        }
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    String parameter(String name) {
        return sent.parameter(name);
    }
}
