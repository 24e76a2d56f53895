package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.Step;
import vn.loa.common.PlainText;
import vn.loa.common.web.Visit;
import vn.loa.plans.InspectOriginal;
import vn.loa.plans.MovePlan;
import vn.loa.plans.OfferOriginal;
import vn.loa.plans.PlanChange;
import vn.loa.plans.TwinPlans;

/** Takes a plan a step on, or does something about its document: what is asked for without anything being typed into its form. */
@RequestScoped
public class PlanSteps {
    /** In characters, of what somebody says about a step. */
    static final int LONGEST_REASON = Step.LONGEST_NOTE;

    /** Sent by who has seen that there is such a plan already, and publishes this one all the same. */
    private static final String KNOWINGLY = "da-so";

    /** Ends the names of buttons that are about the document of a plan: xem-tep, dua-tep, thoi-tep. */
    private static final String DOCUMENTS = "-tep";

    @Inject
    private MovePlan move;

    @Inject
    private OfferOriginal originals;

    @Inject
    private InspectOriginal inspect;

    @Inject
    private TwinPlans twins;

    @Inject
    private SentPlan sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    /** Whether a button asks for one. */
    static boolean isOne(String act) {
        return switch (act) {
            case "duyet", "dang", "tra", "go", "cat", "mo", "rut" -> true;
            default -> act.endsWith(DOCUMENTS);
        };
    }

    PlanOutcome take(String slug, String act, long version) {
        return act.endsWith(DOCUMENTS) ? original(slug, act, version) : step(slug, act, version);
    }

    private PlanOutcome step(String slug, String act, long version) {
        if (act.equals("dang")
                && sent.parameter(KNOWINGLY).isEmpty()
                && !twins.of(slug, user.require()).isEmpty()) {
            return PlanOutcome.stays(null, version, visit.text("plan.twins.unseen"));
        }
        var to = switch (act) {
            case "duyet" -> Step.To.APPROVED;
            case "dang" -> Step.To.PUBLISHED;
            case "go" -> Step.To.WITHDRAWN;
            case "cat" -> Step.To.ARCHIVED;
            case "rut" -> Step.To.TAKEN_BACK;
            default -> Step.To.DRAFT;
        };
        var note = PlainText.lines(sent.parameter("loi-nhan")).strip();
        if (note.length() > LONGEST_REASON) {
            return PlanOutcome.stays(null, version, visit.say("plan.reason.long", note.length(), LONGEST_REASON));
        }
        var change = move.move(slug, new Step(to, null, note), seen -> seen == version, user.require());
        if (change instanceof PlanChange.Done) {
            return PlanOutcome.goesOn(slug, "xong-" + act);
        }
        return PlanOutcome.stays(
                null, version, visit.text(change instanceof PlanChange.Stale ? "plan.told.stale" : "plan.told.gone"));
    }

    /** What is done about the document of a plan, and the public. */
    private PlanOutcome original(String slug, String act, long version) {
        var number = sent.parameter("so");
        var document = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
        if (act.equals("xem" + DOCUMENTS)) {
            return switch (inspect.inspect(slug, document, user.require())) {
                case SEEN -> PlanOutcome.goesOn(slug, "xem" + DOCUMENTS);
                case UNKNOWN -> PlanOutcome.stays(null, version, visit.text("plan.told.gone"));
                case UNREADABLE -> PlanOutcome.stays(null, version, visit.text("plan.original.unreadable"));
                case LATER -> PlanOutcome.stays(null, version, visit.text("plan.original.later"));
            };
        }
        var change = originals.offer(
                slug, act.equals("dua" + DOCUMENTS) ? document : null, seen -> seen == version, user.require());
        if (change instanceof PlanChange.Done) {
            return PlanOutcome.goesOn(slug, act);
        }
        return PlanOutcome.stays(
                null, version, visit.text(change instanceof PlanChange.Stale ? "plan.told.stale" : "plan.told.gone"));
    }
}
