package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.accounts.NotPermitted;
import vn.loa.accounts.Role;
import vn.loa.catalog.Consent;
import vn.loa.catalog.ProductChange;
import vn.loa.catalog.ProductContent;
import vn.loa.catalog.ReadContent;
import vn.loa.catalog.RewriteProduct;
import vn.loa.catalog.StartProduct;
import vn.loa.catalog.WordChanges;
import vn.loa.catalog.WorkContent;
import vn.loa.catalog.WorkContents;
import vn.loa.catalog.web.ContentChoices.Choices;
import vn.loa.catalog.web.ContentForm.Clash;
import vn.loa.common.InvalidInput;
import vn.loa.common.JsonFields;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.SentOnce;
import vn.loa.common.web.Visit;
import vn.loa.editorial.TransitionRefused;

/** Where an editor writes what a product says, or begins one: {@code /quan-tri/san-pham/{slug}/sua} and {@code /quan-tri/san-pham/moi}. */
@Named
@RequestScoped
public class WorkEditBacking {
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    private static final int TOO_LARGE = 413;

    /** Larger forms are not read by the container. */
    private static final long LARGEST = 2_000_000;

    @Inject
    private WorkContents contents;

    @Inject
    private ReadContent read;

    @Inject
    private RewriteProduct rewrite;

    @Inject
    private StartProduct start;

    @Inject
    private SentOnce once;

    @Inject
    private ContentChoices choosing;

    @Inject
    private WorkDeeds deeds;

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
    private Map<String, String> problems = Map.of();
    private List<Clash> clashes = List.of();
    private List<String> taken = List.of();

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
                ? ContentForm.of(request)
                : current == null
                        ? ContentForm.blank(LocalDate.ofInstant(clock.instant(), TimeSource.ZONE)
                                .getYear())
                        : ContentForm.of(current.content());
        if (isSent && take()) {
            return;
        }
        choices = choosing.of(
                theirs == null ? form : form.joined(theirs),
                deeds.parameter("tim-dia-ban"),
                deeds.parameter("tim-chi-tieu"));
    }

    /** Whether the page is done with it. */
    private boolean take() {
        if (!isNew()) {
            version = deeds.version();
        }
        if (!deeds.isOurs()) {
            if (request.getContentLengthLong() > LARGEST) {
                // Nothing of it has come, so that the page shown has nothing of it, either.
                refuse(visit.text("edit.large"), TOO_LARGE);
            } else {
                refuse(visit.text("working.again"));
            }
            return false;
        }
        return switch (deeds.parameter("lam")) {
            case "luu" -> save();
            case "tim" -> false;
            default -> {
                refuse(visit.text("working.unknown"));
                yield false;
            }
        };
    }

    private boolean save() {
        try {
            var fields = new JsonFields(form.json(withdrawn()));
            var content = read.from(fields);
            fields.finish();
            if (isNew()) {
                return begun(content);
            }
            var seen = version;
            var change = rewrite.rewrite(slug(), stored -> stored == seen, content, user.require());
            if (change instanceof ProductChange.Done) {
                leave(slug(), "da-luu");
                return true;
            }
            clash();
        } catch (InvalidInput wrong) {
            var told = new LinkedHashMap<String, String>();
            wrong.violations().forEach(each -> told.putIfAbsent(each.field(), WorkProblems.of(visit, each)));
            problems = told;
            refuse(visit.say("edit.problems", told.size()));
        } catch (TransitionRefused refused) {
            refuse(visit.text("edit.no-draft"));
        } catch (NotPermitted beyond) {
            refuse(visit.text("working.refused.not-permitted"));
        }
        return false;
    }

    private boolean begun(ProductContent content) {
        var by = user.require();
        var outcome =
                once.make(by.name(), () -> Optional.of(start.start(content, by).slug()));
        if (outcome instanceof SentOnce.Outcome.Made made) {
            leave(made.name(), "da-tao");
            return true;
        }
        refuse(visit.text("once.otherwise"));
        return false;
    }

    private void leave(String slug, String done) {
        Redirect.to(
                visit.link(Address.of(Addresses.WORK_LIST + "/" + slug).with(Addresses.NOTICE, done)),
                FacesContext.getCurrentInstance());
    }

    private void refuse(String why) {
        refuse(why, UNPROCESSABLE);
    }

    private void refuse(String why, int status) {
        problem = why;
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
    }

    /** Somebody else has saved meanwhile: what both wrote is shown, and saving once more says which it shall be. */
    private void clash() {
        var before = contents.seen(slug(), version, user.require()).map(ContentForm::of);
        current = contents.find(slug(), user.require()).orElse(null);
        var now = Objects.requireNonNull(current, "it was there a moment ago");
        theirs = ContentForm.of(now.content());
        var merged = form.merge(before, theirs);
        form = merged.form();
        taken = merged.taken();
        clashes = merged.clashes();
        version = now.version();
        refuse(visit.say("edit.clash", who(now)), CONFLICT);
    }

    private String who(WorkContent changed) {
        var deed = changed.changed();
        return deed == null || deed.who() == null ? visit.text("desk.portal") : deed.who();
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
        return deeds.token();
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

    /** In bytes: larger forms are not read. */
    public long getLargest() {
        return LARGEST;
    }

    /** Why it was not saved; empty when nothing was refused. */
    public String getProblem() {
        return problem;
    }

    /** What is wrong with a field of the API, or with something in it; empty when nothing is. */
    public String wrong(String field) {
        return problems.entrySet().stream()
                .filter(each -> each.getKey().equals(field) || each.getKey().startsWith(field + "["))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    /** What is wrong with exactly this; empty when nothing is. */
    public String exactly(String field) {
        return problems.getOrDefault(field, "");
    }

    /** The place of an open consent among all of them, as problems name it. */
    public String consent(int place, String field) {
        return exactly("consents[" + (withdrawn().size() + place) + "]." + field);
    }

    /** Something that is wrong, with a link to where. */
    public record Fault(String place, String name, String text) {}

    public List<Fault> getFaults() {
        var faults = new ArrayList<Fault>();
        problems.forEach((field, text) -> faults.add(new Fault(place(field), label(field), text)));
        return faults;
    }

    private static String place(String field) {
        return ContentPlaces.idOf(field);
    }

    private String label(String field) {
        return ContentPlaces.label(visit, choices, field);
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

    /** Whether a script can put what the other wrote in place of what is written here. */
    public boolean takeable(String field) {
        return !field.equals("vai-tro") && !field.equals("nguoi");
    }
}
