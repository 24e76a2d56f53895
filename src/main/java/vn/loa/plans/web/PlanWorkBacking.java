package vn.loa.plans.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.editorial.Act;
import vn.loa.plans.PlanResult;
import vn.loa.plans.PlanResults;
import vn.loa.plans.SourceText;
import vn.loa.plans.SourceTexts;
import vn.loa.plans.WorkingPlan;
import vn.loa.plans.WorkingPlans;
import vn.loa.plans.web.PlanDifferences.Difference;
import vn.loa.plans.web.PlanProblems.Problem;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** One plan at work: {@code /quan-tri/ke-hoach/{slug}}, and {@code /quan-tri/ke-hoach/moi} for one that there is not yet. */
@Named("planWork")
@RequestScoped
public class PlanWorkBacking {
    private static final String AGENCY = "agency";

    /** What has happened before the page was shown. */
    private static final Set<String> NOTICES = Set.of(
            "da-luu",
            "da-gop",
            "da-gui",
            "chua-gui",
            "da-doc",
            "doc-it",
            "xong-duyet",
            "xong-dang",
            "xong-tra",
            "xong-go",
            "xong-cat",
            "xong-mo",
            "xong-rut",
            "xem-tep",
            "dua-tep",
            "thoi-tep");

    private static final List<Step> STEPS = List.of(
            new Step(Act.APPROVE, "duyet"),
            new Step(Act.PUBLISH, "dang"),
            new Step(Act.RETURN, "tra"),
            new Step(Act.TAKE_BACK, "rut"),
            new Step(Act.REVISE, "mo"),
            new Step(Act.ARCHIVE, "cat"),
            new Step(Act.WITHDRAW, "go"));

    @Inject
    private PlanForms forms;

    @Inject
    private ProposedAgency proposed;

    @Inject
    private WorkingPlans working;

    @Inject
    private SourceTexts sources;

    @Inject
    private PlanResults outcomes;

    @Inject
    private PlanSelections selections;

    @Inject
    private PlanInWords words;

    @Inject
    private PickFields picks;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    private @Nullable WorkingPlan plan;
    private Set<Act> acts = Set.of();
    private PlanForm form = new PlanForm();
    private long version;
    private String base = "";
    private List<Problem> problems = List.of();
    private Map<String, String> problemOf = Map.of();
    private String told = "";
    private boolean trouble;
    private boolean unsaved;
    private @Nullable PlanForm others;
    private List<Difference> differences = List.of();
    private @Nullable SourceText source;
    private Map<String, SourceText.Found> found = Map.of();
    private List<PlanResult> results = List.of();

    /** @param button as forms send it */
    private record Step(Act act, String button) {}

    /** Does what a form asks for, and reads the plan; or answers that there is none. */
    public void begin() {
        var slug = visit.route("slug");
        var by = user.require();
        var isNew = slug.equals(PlanForms.NEW);
        plan = isNew ? null : working.find(slug, by).orElse(null);
        if (!isNew && plan == null || isNew && !by.is(Role.EDITOR)) {
            absence.unknown();
            return;
        }
        if (request.getMethod().equals("POST") && take(slug)) {
            return;
        }
        if (!request.getMethod().equals("POST")) {
            show();
            told = NOTICES.contains(visit.parameter(Addresses.NOTICE))
                    ? visit.text("plan.notice." + visit.parameter(Addresses.NOTICE))
                    : "";
        }
        if (plan != null) {
            acts = working.acts(slug, by);
            source = sources.of(slug, by).orElse(null);
            results = outcomes.of(slug, by);
        }
        found = source == null ? Map.of() : PlanFindings.of(form, source);
        if (isNotTaken() && form.get(AGENCY).isEmpty()) {
            tell(List.of(PlanProblems.missing(AGENCY, visit)));
        }
        selections.keep();
        picks.learn(Kind.PLAN, form.plans());
        compare();
    }

    /** What the other has saved, as people read it. */
    private void compare() {
        if (others != null) {
            var merge = PlanMerge.of(form, others, base);
            base = merge.base();
            differences = PlanDifferences.of(merge.contested(), form, others, words);
        }
    }

    private void show() {
        form = plan == null ? PlanForm.blank(selections.place()) : PlanForm.of(plan);
        version = plan == null ? 0 : plan.version();
        base = PlanMerge.marks(form);
    }

    /** Whether the page goes on elsewhere. */
    private boolean take(String slug) {
        var outcome = forms.take(slug);
        if (outcome.slug() != null) {
            var target = Addresses.PLAN_LIST + "/" + outcome.slug() + "?" + Addresses.NOTICE + "=" + outcome.notice();
            Redirect.to(visit.href(target), FacesContext.getCurrentInstance());
            return true;
        }
        show();
        var written = outcome.form();
        if (written != null) {
            unsaved = true;
            form = written;
            version = outcome.version();
            base = forms.parameter(PlanSaving.BASE);
        }
        tell(outcome.problems());
        told = outcome.told();
        var theirs = outcome.theirs();
        if (theirs != null) {
            others = PlanForm.of(theirs);
        }
        if (outcome.isTrouble()) {
            trouble = true;
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(outcome.status());
        }
        return false;
    }

    private void tell(List<Problem> wrong) {
        problems = wrong;
        problemOf = wrong.stream().collect(Collectors.toMap(Problem::path, Problem::text, (one, other) -> one));
    }

    /** Whether it was saved a moment ago, but not taken for review. */
    private boolean isNotTaken() {
        return !trouble && visit.parameter(Addresses.NOTICE).equals("chua-gui");
    }

    /** What the document calls the agency that issues it, while the portal has none by this name; else empty. */
    public String getUnknownAgency() {
        var read = found.get(AGENCY);
        return read == null || !form.get(AGENCY).isEmpty() ? "" : Objects.requireNonNullElse(read.value(), "");
    }

    /** Why no agency was chosen for what the document says; empty when it says nothing, or one is. */
    public String getAgencyNote() {
        var unknown = getUnknownAgency();
        if (unknown.isEmpty()) {
            return "";
        }
        var several = severalAgencies();
        return several.isEmpty()
                ? visit.say("plan.agency.unknown", unknown)
                : visit.say("plan.agency.several", unknown, several);
    }

    private String severalAgencies() {
        return picks.several(Kind.ANY_AGENCY, getUnknownAgency(), visit.getWords());
    }

    /** What an agency is called that the list may lack: as it was written, else as it was read. */
    public String getNewAgency() {
        if (!proposed.namesake().isEmpty()) {
            return proposed.namesake();
        }
        var written = trouble ? forms.parameter(ProposedAgency.NAME) : "";
        return written.isEmpty() ? getUnknownAgency() : written;
    }

    /** Whether there are agencies of that name already, and it may be another. */
    public boolean isNamesake() {
        return !proposed.namesake().isEmpty()
                || getNewAgency().equals(getUnknownAgency())
                        && !severalAgencies().isEmpty();
    }

    public boolean isThere() {
        return plan != null;
    }

    public @Nullable WorkingPlan getPlan() {
        return plan;
    }

    public PlanForm getForm() {
        return form;
    }

    public long getVersion() {
        return version;
    }

    /** What the form began with, to tell what both have written when somebody else saves meanwhile. */
    public String getBase() {
        return base;
    }

    public String getToken() {
        return forms.token();
    }

    public String getAction() {
        return visit.getAddress().without(Addresses.NOTICE).toString();
    }

    /** Whether the fields can be written in. */
    public boolean isEditable() {
        return plan == null ? user.require().is(Role.EDITOR) : acts.contains(Act.SUBMIT);
    }

    /** Whether there is a form: also for what was typed and can no longer be saved, so that it is not lost. */
    public boolean isWriting() {
        return isEditable() || unsaved;
    }

    /** What can be done now besides writing and handing in: names of the buttons, in the order in which they stand. */
    public List<String> getSteps() {
        return STEPS.stream()
                .filter(step -> acts.contains(step.act()))
                .map(Step::button)
                .toList();
    }

    /** What the button of a step says: what is put away is taken out again, and a draft that nobody has seen is thrown away. */
    public String label(String step) {
        var state = plan == null ? "" : plan.state();
        if (step.equals("tra") && (state.equals("archived") || state.equals("withdrawn"))) {
            return "plan.step.lay-ra";
        }
        return step.equals("cat") && isUnseen() ? "plan.step.bo" : "plan.step." + step;
    }

    private boolean isUnseen() {
        return plan != null && plan.publishedAt() == null;
    }

    /** Whether what was just put away can be taken out again at once. */
    public boolean isUndone() {
        return visit.parameter(Addresses.NOTICE).equals("xong-cat") && !trouble && acts.contains(Act.RETURN);
    }

    /** Whether a step needs a reason: what is sent back, taken out again or withdrawn. */
    public boolean isReasonNeeded() {
        return getSteps().contains("tra") || getSteps().contains("go");
    }

    /** In characters. */
    public int getLongestReason() {
        return PlanSteps.LONGEST_REASON;
    }

    /** The reason that was written for a step which was not taken. */
    public String getReason() {
        return trouble ? forms.parameter("loi-nhan") : "";
    }

    /** Whether the document may be given to the public, or not any more, by who looks. */
    public boolean isOffering() {
        return isEditable() && plan != null;
    }

    /** Names that stand in a file, parted by commas. */
    public String names(List<String> authors) {
        return String.join(", ", authors);
    }

    public String getTold() {
        return told;
    }

    public boolean isTrouble() {
        return trouble || isNotTaken();
    }

    /** What browsers keep unsaved text under: of one person, who alone is shown it. */
    public String getKeptAs() {
        return "loa-ke-hoach " + user.require().name() + " " + visit.route("slug");
    }

    /** Whether the form holds what has not been saved. */
    public boolean isUnsaved() {
        return unsaved;
    }

    /** Whether somebody else has saved since, and what differs is shown. */
    public boolean isContested() {
        return others != null;
    }

    public List<Problem> getProblems() {
        return problems;
    }

    /** What is wrong with a field; empty when nothing is. */
    public String problem(String path) {
        return problemOf.getOrDefault(path, "");
    }

    public List<Difference> getDifferences() {
        return differences;
    }

    public @Nullable SourceText getSource() {
        return source;
    }

    /** What was read for a field, or a row, in the document; null when nothing was. */
    public SourceText.@Nullable Found found(String path) {
        return found.get(path);
    }

    /** All of that, by path. */
    Map<String, SourceText.Found> getAllFound() {
        return found;
    }

    /** The path of a field of a row. */
    public String at(String list, int number, String field) {
        return list + "[" + number + "]" + (field.isEmpty() ? "" : "." + field);
    }

    /** Names of the titles of a promise in languages that have no field on the page. */
    public List<String> carried(Map<String, String> row) {
        return PlanForm.carried(row);
    }

    /** For {@code aria-describedby}: what stands below a field; null when nothing does. */
    public @Nullable String below(String path, @Nullable String hint) {
        var ids = Stream.of(
                        problem(path).isEmpty() ? null : "loi-" + path,
                        Objects.toString(hint, "").isEmpty() ? null : "goi-y-" + path)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    public List<PlanResult> getResults() {
        return results;
    }

    /** What a language is called. */
    public String tongue(String code) {
        return selections.getLanguages().stream()
                .filter(language -> language.value().equals(code))
                .map(PlanSelections.Option::text)
                .findFirst()
                .orElse(code);
    }

    /** Whether a word stands among others. */
    public boolean has(String words, String word) {
        return List.of(words.split("\\s+")).contains(word);
    }
}
