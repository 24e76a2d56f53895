package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.Role;
import vn.loa.catalog.Consent;
import vn.loa.catalog.WordChanges;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.catalog.web.ContentClashes.Clash;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.PickFields;
import vn.loa.taxonomy.Picks.Kind;

/** Where an editor writes what a product says, or begins one: {@code /quan-tri/san-pham/{slug}/sua} and {@code /quan-tri/san-pham/moi}. */
@Named
@RequestScoped
public class WorkEditBacking {
    /** What its button calls opening a new revision, as on the page of the product. */
    private static final String REVISE = "mo-lai";

    @Inject
    private WorkContents contents;

    @Inject
    private ContentChoices choosing;

    @Inject
    private ContentDeeds deeds;

    @Inject
    private WorkDeeds steps;

    @Inject
    private PickFields picks;

    @Inject
    private ProductForm sent;

    @Inject
    private CurrentUser user;

    @Inject
    private Clock clock;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    private @Nullable WorkContent current;
    private ContentForm form = ContentForm.blank(0);
    private @Nullable ContentForm theirs;
    private Choices choices = Choices.none();
    private long version;
    private String problem = "";
    private ContentFaults faults = new ContentFaults(Map.of());
    private List<Clash> clashes = List.of();
    private List<String> taken = List.of();
    private String whyNotRevised = "";

    /** Saves what a form sends, and shows it. */
    public void begin() {
        if (!isNew()) {
            current = contents.find(slug(), user.require()).orElse(null);
            if (current == null) {
                absence.unknown();
                return;
            }
            version = current.version();
        }
        var isSent = request.getMethod().equals("POST");
        form = isSent
                ? ContentForm.of(request, written -> picks.code(Kind.AGENCY, written, visit.getWords()))
                : current == null
                        ? ContentForm.blank(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE)
                                .getYear())
                        : ContentForm.of(current.content());
        if (isSent && take()) {
            return;
        }
        choices = choosing.of(
                theirs == null ? form : form.joined(theirs),
                sent.parameter("tim-dia-ban"),
                sent.parameter("tim-chi-tieu"));
    }

    /** Whether the page is done with it. */
    private boolean take() {
        if (sent.parameter("lam").equals(REVISE)) {
            return revise();
        }
        if (!isNew()) {
            version = sent.version();
        }
        var outcome = deeds.take(slug(), form, withdrawn());
        if (outcome.slug() != null) {
            Redirect.to(
                    visit.link(Address.of(Addresses.WORK_LIST + "/" + outcome.slug())
                            .with(Addresses.NOTICE, outcome.done())),
                    FacesContext.getCurrentInstance());
            return true;
        }
        problem = outcome.problem();
        faults = new ContentFaults(outcome.faults());
        if (!problem.isEmpty()) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(outcome.status());
        }
        var overtaken = outcome.overtaken();
        if (overtaken != null) {
            current = overtaken.now();
            version = overtaken.now().version();
            theirs = overtaken.theirs();
            form = overtaken.clashes().form();
            taken = overtaken.clashes().taken();
            clashes = overtaken.clashes().clashes();
        }
        return false;
    }

    /** Opens a new revision of what is published, and comes back to write it. */
    private boolean revise() {
        var answer = steps.take(slug());
        if (answer.problem() == null) {
            Redirect.to(visit.link(visit.getAddress().without(Addresses.NOTICE)), FacesContext.getCurrentInstance());
            return true;
        }
        whyNotRevised = answer.problem();
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .setResponseStatus(
                        answer.forbidden() ? HttpServletResponse.SC_FORBIDDEN : HttpServletResponse.SC_CONFLICT);
        return false;
    }

    /** Why no new revision was opened; empty when none was asked for. */
    public String getWhyNotRevised() {
        return whyNotRevised;
    }

    /** Whether they can open a new revision, to write that. */
    public boolean isRevisable() {
        return current != null && current.revisable();
    }

    private List<Consent> withdrawn() {
        return current == null ? List.of() : current.withdrawn();
    }

    private String slug() {
        return visit.route("slug");
    }

    /** Whether there is no such product yet. */
    public boolean isNew() {
        return slug().isEmpty();
    }

    /** Whether they may write here now; else {@link #getWhyNot} says why not. */
    public boolean isOpen() {
        return current == null
                ? isNew() && user.require().is(Role.EDITOR)
                : current.editor() && (current.draft() || !problem.isEmpty());
    }

    /** Key of why nothing is written here. */
    public String getWhyNot() {
        if (isRevisable()) {
            return "edit.published";
        }
        return current != null && current.editor() ? "edit.no-draft" : "edit.no-editor";
    }

    public @Nullable WorkContent getCurrent() {
        return current;
    }

    public ContentForm getForm() {
        return form;
    }

    public Choices getChoices() {
        return choices;
    }

    public long getVersion() {
        return version;
    }

    public String getToken() {
        return sent.token();
    }

    public String getAction() {
        return visit.link(visit.getAddress().without(Addresses.NOTICE));
    }

    /** Of the product, or of the list while there is none. */
    public String getBack() {
        return visit.href(isNew() ? Addresses.WORK_LIST : Addresses.WORK_LIST + "/" + slug());
    }

    /** What browsers keep unsaved text under. */
    public String getKeptAs() {
        return "loa-viet " + user.require().name() + " " + slug();
    }

    /** Where the form saves by itself; empty for what there is not yet, whose address is made of the title that it begins with. */
    public String getAutosave() {
        return isNew() ? "" : Addresses.DRAFTS + "/" + slug();
    }

    /** In bytes: larger forms are not read. */
    public long getLargest() {
        return ContentDeeds.LARGEST;
    }

    /** Why it was not saved; empty when nothing was refused. */
    public String getProblem() {
        return problem;
    }

    /** What is wrong with a field of the API, or with something in it; empty when nothing is. */
    public String wrong(String field) {
        return faults.with(field);
    }

    /** What is wrong with exactly this; empty when nothing is. */
    public String exactly(String field) {
        return faults.exactly(field);
    }

    /** The place of an open consent among all of them, as problems name it. */
    public String consent(int place, String field) {
        return exactly("consents[" + (withdrawn().size() + place) + "]." + field);
    }

    public List<ContentFaults.Fault> getFaults() {
        return faults.all(visit, choices, form.shown(), withdrawn().size());
    }

    public List<Clash> getClashes() {
        return clashes;
    }

    /** What somebody else has written into a field; null when it is no other than here. */
    public @Nullable Clash clash(String name) {
        return clashes.stream()
                .filter(clash -> clash.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** From what they have written to what is written here. */
    public List<WordChanges.Run> runs(Clash clash) {
        return WordChanges.between(
                ContentPlaces.readable(visit, choices, clash.name(), clash.theirs()),
                ContentPlaces.readable(visit, choices, clash.name(), clash.mine()));
    }

    /** Names of what was taken over from the other, in words. */
    public String getTakenOver() {
        return String.join(
                ", ",
                taken.stream()
                        .map(name -> ContentPlaces.nameOf(visit, choices, name))
                        .toList());
    }

    public String name(String field) {
        return ContentPlaces.nameOf(visit, choices, field);
    }

    public List<Consent> getWithdrawn() {
        return withdrawn();
    }

    /** What is wrong with one who made it. @param field {@code role} or {@code name} */
    public String maker(int place, String field) {
        return exactly("credits[" + place + "]." + field);
    }

    /** What a field holds, for people. */
    public String readable(String field, String value) {
        return ContentPlaces.readable(visit, choices, field, value);
    }

    /** What the other wrote, as the field shows it. */
    public String written(String field, String value) {
        return field.equals("co-quan") ? picks.shown(Kind.AGENCY, value, visit.getWords()) : value;
    }

    /** Whether a script can put what the other wrote in place of what is written here. */
    public boolean takeable(String field) {
        return !field.equals("vai-tro") && !field.equals("nguoi");
    }
}
