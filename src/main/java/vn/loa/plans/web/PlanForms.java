package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.catalog.Step;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.Overtaking;
import vn.loa.common.PlainText;
import vn.loa.common.web.FormTokens;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;
import vn.loa.plans.InspectOriginal;
import vn.loa.plans.MovePlan;
import vn.loa.plans.OfferOriginal;
import vn.loa.plans.PlanChange;
import vn.loa.plans.PlanContent;
import vn.loa.plans.ProposeAgency;
import vn.loa.plans.ReadPlan;
import vn.loa.plans.RewritePlan;
import vn.loa.plans.StartPlan;
import vn.loa.plans.TwinPlans;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.WorkingPlans;
import vn.loa.plans.web.PlanProblems.Problem;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Takes what the forms of one plan send. They are plain forms: whatever goes wrong, what was typed comes back with the page. */
@RequestScoped
public class PlanForms {
    /** In place of the address of a plan that there is not yet. */
    static final String NEW = "moi";

    /** In characters, of what somebody says about a step. */
    static final int LONGEST_REASON = Step.LONGEST_NOTE;

    /** Of a form, which the server reads. */
    private static final int MOST_BYTES = 2 << 20;

    /** Sent by who has seen that there is such a plan already, and publishes this one all the same. */
    private static final String KNOWINGLY = "da-so";

    /** In place of a notice: nothing went wrong. */
    private static final String PROCEEDS = "tiep";

    /** What the form began with, as {@link PlanMerge} marks it. */
    static final String BASE = "goc";

    /** The name of an agency that the list lacks; no field of a plan. */
    static final String NEW_AGENCY = "co-quan-moi";

    /** That agency is none of those of its name that there are. */
    private static final String ANOTHER = "khac";

    /** Ends the names of buttons that are about the document of a plan: xem-tep, dua-tep, thoi-tep. */
    private static final String DOCUMENTS = "-tep";

    @Inject
    private ReadPlan contents;

    @Inject
    private StartPlan start;

    @Inject
    private RewritePlan rewrite;

    @Inject
    private MovePlan move;

    @Inject
    private OfferOriginal originals;

    @Inject
    private InspectOriginal inspect;

    @Inject
    private ProposeAgency propose;

    @Inject
    private WorkingPlans working;

    @Inject
    private TwinPlans twins;

    @Inject
    private SentOnce once;

    @Inject
    private PickFields picks;

    @Inject
    private FormTokens tokens;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private HttpServletRequest request;

    private String namesake = "";

    /**
     * What came of a form.
     *
     * @param form what was typed; null when nothing was, but a step asked for
     * @param version that a next form is made from
     * @param told a sentence; empty when there is nothing to say
     * @param theirs as somebody else has changed it meanwhile; null when nobody has
     * @param slug of the plan with which the page goes on; null while it stays
     */
    record Outcome(
            @Nullable PlanForm form,
            long version,
            List<Problem> problems,
            String told,
            @Nullable WorkingPlan theirs,
            @Nullable String slug,
            String notice) {

        static Outcome stays(@Nullable PlanForm form, long version, String told) {
            return new Outcome(form, version, List.of(), told, null, null, "");
        }

        /** Stays, and says what was done, which is no trouble. */
        static Outcome proceeds(PlanForm form, long version, String told) {
            return new Outcome(form, version, List.of(), told, null, null, PROCEEDS);
        }

        boolean isTrouble() {
            return !told.isEmpty() && !notice.equals(PROCEEDS);
        }

        static Outcome goesOn(String slug, String notice) {
            return new Outcome(null, 0, List.of(), "", null, slug, notice);
        }
    }

    String token() {
        return tokens.issue(purpose());
    }

    boolean isGood(@Nullable String token) {
        return tokens.isGood(purpose(), token);
    }

    private String purpose() {
        return FormTokens.ofDesk(user.require().name());
    }

    Outcome take(String slug) {
        var act = parameter("lam").split(":", 3);
        var version = version();
        var form = isStep(act[0]) ? null : sent();
        if (!isGood(request.getParameter(FormTokens.PARAMETER))) {
            // Of a form that is too large the server reads nothing: what was typed is on the machine of who typed it.
            var isTooLarge = request.getContentLengthLong() > MOST_BYTES;
            return isTooLarge
                    ? Outcome.stays(null, version, visit.text("plan.told.too-large"))
                    : Outcome.stays(form, version, visit.text("working.again"));
        }
        try {
            if (act[0].endsWith(DOCUMENTS)) {
                return original(slug, act[0], version);
            }
            return form == null ? step(slug, act[0], version) : contested(slug, form, edit(slug, act, form, version));
        } catch (InvalidInput invalid) {
            var outcome = new Outcome(
                    form,
                    version,
                    PlanProblems.of(invalid, form, visit),
                    visit.text("plan.told.problems"),
                    null,
                    null,
                    "");
            return form == null ? outcome : contested(slug, form, outcome);
        } catch (TransitionRefused refused) {
            return Outcome.stays(
                    form,
                    version,
                    visit.textOr("plan.refused." + refused.reason().code(), "plan.refused.other"));
        } catch (NotPermitted notTheirs) {
            return Outcome.stays(form, version, visit.text("plan.refused.not-permitted"));
        } catch (RuntimeException failure) {
            requireOvertaken(failure);
            return Outcome.stays(form, version, visit.text("plan.told.stale"));
        }
    }

    /** Somebody else did something at the same moment: then nothing was done here. @throws RuntimeException the failure, when it has another cause */
    private static void requireOvertaken(RuntimeException failure) {
        if (!Overtaking.explains(failure)) {
            throw failure;
        }
    }

    private PlanForm sent() {
        var form = PlanForm.sent(request.getParameterMap());
        form.set("agency", picks.code(Kind.ANY_AGENCY, form.get("agency"), visit.getWords()));
        form.set("locality", picks.code(Kind.UNIT, form.get("locality"), visit.getWords()));
        return form;
    }

    /** Once a conflict has been told, the differences stay in sight until somebody has saved. */
    private Outcome contested(String slug, PlanForm form, Outcome outcome) {
        if (parameter("khac").isEmpty() || outcome.slug() != null || outcome.theirs() != null) {
            return outcome;
        }
        return working.find(slug, user.require())
                .map(now -> {
                    merge(form, now);
                    return new Outcome(form, now.version(), outcome.problems(), outcome.told(), now, null, "");
                })
                .orElse(outcome);
    }

    private static boolean isStep(String act) {
        return switch (act) {
            case "duyet", "dang", "tra", "go", "cat", "mo", "rut" -> true;
            default -> act.endsWith(DOCUMENTS);
        };
    }

    private Outcome edit(String slug, String[] act, PlanForm form, long version) {
        if (!slug.equals(NEW)) {
            // Before anything is said of what others have written, or of what is wrong.
            working.requireEditor(slug, user.require());
        }
        switch (act[0]) {
            case "luu":
                return save(slug, form, version, false);
            case "gui":
                return save(slug, form, version, true);
            case "de-nghi":
                return proposed(form, version, act.length > 1 && act[1].equals(ANOTHER));
            case "lay":
                return takeOver(slug, act.length > 1 ? act[1] : "", form, version);
            default:
                form.arrange(act[0], act.length > 1 ? act[1] : "", number(act.length > 2 ? act[2] : ""));
                return Outcome.stays(form, version, "");
        }
    }

    /** The plan is by an agency that the list lacks; that is saved with everything else. */
    private Outcome proposed(PlanForm form, long version, boolean isAnother) {
        var name = PlainText.line(parameter(NEW_AGENCY));
        try {
            var proposal = propose.propose(name, isAnother, user.require());
            if (proposal instanceof ProposeAgency.Several several) {
                namesake = name;
                return Outcome.stays(form, version, severalAgencies(name, several.codes()));
            }
            var agency = (ProposeAgency.Named) proposal;
            namesake = agency.isNew() ? "" : name;
            form.set("agency", agency.code());
            return Outcome.proceeds(
                    form, version, visit.say(agency.isNew() ? "plan.agency.done" : "plan.agency.there", name));
        } catch (InvalidInput wrong) {
            return Outcome.stays(
                    form, version, visit.say("plan.agency.wrong", ProposeAgency.LONGEST, ProposeAgency.MOST));
        }
    }

    private String severalAgencies(String name, List<String> codes) {
        return visit.say("plan.agency.several", name, picks.texts(Kind.ANY_AGENCY, codes, visit.getWords()));
    }

    /** What was proposed, when agencies of this name are there already; empty else. */
    String namesake() {
        return namesake;
    }

    private Outcome save(String slug, PlanForm form, long version, boolean handIn) {
        var content = content(form);
        if (slug.equals(NEW)) {
            return begun(content, form, handIn);
        }
        var change = rewrite.rewrite(slug, seen -> seen == version, content, user.require());
        if (change instanceof PlanChange.Stale stale) {
            return merged(slug, form, stale.now(), handIn);
        }
        if (change instanceof PlanChange.Done done) {
            return handIn ? handedIn(done.plan()) : Outcome.goesOn(slug, "da-luu");
        }
        return Outcome.stays(form, version, visit.text("plan.told.gone"));
    }

    private PlanContent content(PlanForm form) {
        var fields = new JsonFields(PlanFormJson.of(form));
        var content = contents.from(fields);
        fields.finish();
        return content;
    }

    /** What two have written in different places is saved together; nobody is asked about it. Who has sent the same twice is told that it is saved. */
    private Outcome merged(String slug, PlanForm form, WorkingPlan now, boolean handIn) {
        if (!merge(form, now).contested().isEmpty()) {
            return conflict(form, now);
        }
        if (PlanMerge.marks(form).equals(PlanMerge.marks(PlanForm.of(now)))) {
            if (!handIn) {
                return Outcome.goesOn(slug, "da-luu");
            }
            return now.state().equals("draft") ? handedIn(now) : Outcome.goesOn(slug, "da-gui");
        }
        var change = rewrite.rewrite(slug, seen -> seen == now.version(), content(form), user.require());
        return change instanceof PlanChange.Done
                ? Outcome.goesOn(slug, "da-gop")
                : Outcome.stays(form, now.version(), visit.text("plan.told.stale"));
    }

    /** Takes over what only the other has written. */
    private PlanMerge merge(PlanForm form, WorkingPlan now) {
        var theirs = PlanForm.of(now);
        form.adopt(theirs);
        var merge = PlanMerge.of(form, theirs, parameter(BASE));
        form.take(merge.taken(), theirs);
        return merge;
    }

    /** Sent twice, it begins one plan, which is handed in whenever that is asked for. */
    private Outcome begun(PlanContent content, PlanForm form, boolean handIn) {
        var by = user.require();
        var outcome =
                once.make(by.name(), () -> Optional.of(start.start(content, by).slug()));
        if (!(outcome instanceof SentOnce.Outcome.Made made)) {
            return Outcome.stays(form, 0, visit.text("once.otherwise"));
        }
        var plan = working.find(made.name(), by)
                .filter(each -> handIn && each.state().equals("draft"));
        return plan.map(this::handedIn).orElseGet(() -> Outcome.goesOn(made.name(), handIn ? "da-gui" : "da-luu"));
    }

    /** What was saved is saved, also when it is not taken for review. */
    private Outcome handedIn(WorkingPlan plan) {
        try {
            var change = move.move(
                    plan.slug(), new Step(Step.To.REVIEW, null, null), seen -> seen == plan.version(), user.require());
            return Outcome.goesOn(plan.slug(), change instanceof PlanChange.Done ? "da-gui" : "chua-gui");
        } catch (TransitionRefused refused) {
            return Outcome.goesOn(plan.slug(), "chua-gui");
        } catch (RuntimeException failure) {
            requireOvertaken(failure);
            return Outcome.goesOn(plan.slug(), "chua-gui");
        }
    }

    private Outcome conflict(PlanForm form, WorkingPlan now) {
        return new Outcome(form, now.version(), List.of(), visit.text("plan.told.conflict"), now, null, "");
    }

    /** Takes one field from what somebody else has saved meanwhile. */
    private Outcome takeOver(String slug, String field, PlanForm form, long version) {
        return working.find(slug, user.require())
                .map(now -> {
                    merge(form, now);
                    form.take(field, PlanForm.of(now));
                    return conflict(form, now);
                })
                .orElseGet(() -> Outcome.stays(form, version, visit.text("plan.told.gone")));
    }

    private Outcome step(String slug, String act, long version) {
        if (act.equals("dang")
                && parameter(KNOWINGLY).isEmpty()
                && !twins.of(slug, user.require()).isEmpty()) {
            return Outcome.stays(null, version, visit.text("plan.twins.unseen"));
        }
        var to = switch (act) {
            case "duyet" -> Step.To.APPROVED;
            case "dang" -> Step.To.PUBLISHED;
            case "go" -> Step.To.WITHDRAWN;
            case "cat" -> Step.To.ARCHIVED;
            case "rut" -> Step.To.TAKEN_BACK;
            default -> Step.To.DRAFT;
        };
        var note = PlainText.lines(parameter("loi-nhan")).strip();
        if (note.length() > LONGEST_REASON) {
            return Outcome.stays(null, version, visit.say("plan.reason.long", note.length(), LONGEST_REASON));
        }
        var change = move.move(slug, new Step(to, null, note), seen -> seen == version, user.require());
        if (change instanceof PlanChange.Done) {
            return Outcome.goesOn(slug, "xong-" + act);
        }
        return Outcome.stays(
                null, version, visit.text(change instanceof PlanChange.Stale ? "plan.told.stale" : "plan.told.gone"));
    }

    /** What is done about the document of a plan, and the public. */
    private Outcome original(String slug, String act, long version) {
        var number = parameter("so");
        var document = number.matches("[0-9]{1,18}") ? Long.parseLong(number) : -1;
        if (act.equals("xem" + DOCUMENTS)) {
            return switch (inspect.inspect(slug, document, user.require())) {
                case SEEN -> Outcome.goesOn(slug, "xem" + DOCUMENTS);
                case UNKNOWN -> Outcome.stays(null, version, visit.text("plan.told.gone"));
                case UNREADABLE -> Outcome.stays(null, version, visit.text("plan.original.unreadable"));
                case LATER -> Outcome.stays(null, version, visit.text("plan.original.later"));
            };
        }
        var change = originals.offer(
                slug, act.equals("dua" + DOCUMENTS) ? document : null, seen -> seen == version, user.require());
        if (change instanceof PlanChange.Done) {
            return Outcome.goesOn(slug, act);
        }
        return Outcome.stays(
                null, version, visit.text(change instanceof PlanChange.Stale ? "plan.told.stale" : "plan.told.gone"));
    }

    private long version() {
        var sent = parameter("phien");
        return sent.matches("[0-9]{1,18}") ? Long.parseLong(sent) : 0;
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : -1;
    }

    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
