package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.AssignProduct;
import vn.loa.catalog.ProductDocument.Source;
import vn.loa.catalog.Step;
import vn.loa.catalog.Want;
import vn.loa.catalog.WorkContents;
import vn.loa.catalog.WorkPage;
import vn.loa.catalog.WorkPages;
import vn.loa.catalog.web.WorkActs.Deed;
import vn.loa.common.PlainText;
import vn.loa.common.TimeSource;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.editorial.Act;

/** One product at work: {@code /quan-tri/san-pham/{slug}}. */
@Named
@RequestScoped
public class WorkPageBacking {
    private static final int UNPROCESSABLE = 422;
    private static final int SECOND = 1_000;

    /** In pixels: wide enough to judge a picture, and no more. */
    private static final int SEEN = 960;

    @Inject
    private WorkPages pages;

    @Inject
    private AssignProduct assign;

    @Inject
    private WorkDeeds deeds;

    @Inject
    private WorkContents contents;

    @Inject
    private ContentComparisons comparing;

    @Inject
    private ProductForm form;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    private @Nullable WorkPage page;
    private List<AssignProduct.Person> people = List.of();
    private List<ContentComparisons.Change> changes = List.of();
    private WorkDeeds.@Nullable Told told;

    /** Does what a form asks for, and reads the page. */
    public void begin() {
        var slug = visit.route("slug");
        if (request.getMethod().equals("POST")) {
            var answer = deeds.take(slug);
            if (answer.problem() == null) {
                Redirect.to(
                        visit.link(
                                Address.of(answer.made() == null ? path() : Addresses.WORK_LIST + "/" + answer.made())
                                        .with(Addresses.NOTICE, answer.deed())),
                        FacesContext.getCurrentInstance());
                return;
            }
            told = answer;
        }
        page = pages.find(slug, user.require()).orElse(null);
        if (page == null) {
            absence.unknown();
            return;
        }
        if (isRevised()) {
            changes = changes(slug);
        }
        people = page.assigner() ? people(page.assignee()) : List.of();
        if (told != null) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .setResponseStatus(told.forbidden() ? HttpServletResponse.SC_FORBIDDEN : UNPROCESSABLE);
        }
    }

    /** Whether the public sees another revision of it than the newest. */
    public boolean isRevised() {
        return page != null
                && page.product().online()
                && !page.product().state().equals("published");
    }

    private List<ContentComparisons.Change> changes(String slug) {
        var shown = contents.state(slug, WorkContents.PUBLISHED, user.require()).map(ContentForm::of);
        var now = contents.state(slug, WorkContents.NOW, user.require()).map(ContentForm::of);
        return shown.isPresent() && now.isPresent() ? comparing.between(shown.get(), now.get()) : List.of();
    }

    /** What it says otherwise than what the public sees. */
    public List<ContentComparisons.Change> getChanges() {
        return changes;
    }

    /** Whoever it is assigned to stays a choice, even when they could not be asked any more. */
    private List<AssignProduct.Person> people(AssignProduct.@Nullable Person assignee) {
        var all = assign.people(user.require());
        return assignee == null || all.contains(assignee)
                ? all
                : Stream.concat(all.stream(), Stream.of(assignee)).toList();
    }

    /** Those who may be asked to see it through, for who may ask. */
    public List<AssignProduct.Person> getPeople() {
        return people;
    }

    /** Who is chosen to see it through, as it is said, or was said and not taken. */
    public String getAssignee() {
        if (getTried().equals("giao")) {
            return form.parameter(BulkDeeds.ASSIGNEE);
        }
        var assignee = page == null ? null : page.assignee();
        return assignee == null ? BulkDeeds.NOBODY : assignee.username();
    }

    public @Nullable WorkPage getPage() {
        return page;
    }

    /** The address of this page, without anything. */
    public String path() {
        return Addresses.WORK_LIST + "/" + visit.route("slug");
    }

    /** The address of a page about this product. @param part {@code sua}, {@code lich-su} … */
    public String at(String part) {
        return visit.href(path() + "/" + part);
    }

    public String getAction() {
        return visit.href(path());
    }

    public String getToken() {
        return form.token();
    }

    /** Why what was asked for was not done; null when nothing was refused. */
    public @Nullable String getProblem() {
        return told == null ? null : told.problem();
    }

    /** What was asked for and not done; its fields keep what was written. */
    public String getTried() {
        return told == null ? "" : told.deed();
    }

    /** What was written into a form that was refused. */
    public String kept(String deed, String field) {
        return getTried().equals(deed) ? form.parameter(field) : "";
    }

    /** Of the files of a picture, the one that shows it where it is judged. @param files smallest first, at least one */
    public Source picture(List<Source> files) {
        return files.stream()
                .filter(file -> Objects.requireNonNullElse(file.width(), 0) <= SEEN)
                .reduce((smaller, larger) -> larger)
                .orElse(files.get(0));
    }

    /** In characters. */
    public int getLongestNote() {
        return Step.LONGEST_NOTE;
    }

    /** Whether what was written into a field of that form was refused for its length. */
    public boolean isTooLong(String deed, String field) {
        return PlainText.lines(kept(deed, field)).strip().length() > Step.LONGEST_NOTE;
    }

    /** The same for the form of one track. */
    public String keptOf(long track) {
        return getTried().equals("tra-ban") && form.parameter("ban").equals(String.valueOf(track))
                ? form.parameter("ghi-chu")
                : "";
    }

    /** What was just done, when it was; empty otherwise. */
    public String getDone() {
        var done = visit.parameter(Addresses.NOTICE);
        return WorkActs.isDeed(done) ? done : "";
    }

    /** What takes back what was just done; null when nothing does, or not any more. */
    public @Nullable Deed getUndo() {
        return page == null ? null : WorkActs.undoing(getDone(), page.acts());
    }

    /** What can be done with one press. */
    public List<Deed> getSimple() {
        return possible(true);
    }

    /** What needs a word or a time. */
    public List<Deed> getAsking() {
        return possible(false);
    }

    private List<Deed> possible(boolean simple) {
        return page == null ? List.of() : WorkActs.possible(page.acts(), simple);
    }

    /** What is said of returning: what is put away is taken out again instead. */
    public String label(Deed deed) {
        var isAway = deed.act() == Act.RETURN
                && page != null
                && Set.of("archived", "withdrawn").contains(page.product().state());
        return "working.do." + (isAway ? "lay-ra" : deed.name());
    }

    /** The earliest moment that something can be scheduled for, as fields of forms have it. */
    public String getNow() {
        return LocalDateTime.ofInstant(clock.instant(), TimeSource.ZONE)
                .withSecond(0)
                .withNano(0)
                .plusMinutes(1)
                .toString();
    }

    /** How much it presses, as it is said, or was said and not taken. */
    public String getPressingLevel() {
        return getTried().equals("uu-tien")
                ? form.parameter("muc")
                : page == null ? "" : page.product().priority();
    }

    /** When it presses no more, as fields of forms have it: as it is said, else a day from now. */
    public String getPressingUntil() {
        var said = page == null ? null : page.product().priorityUntil();
        return LocalDateTime.ofInstant(said == null ? clock.instant().plus(1, ChronoUnit.DAYS) : said, TimeSource.ZONE)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    /** What a product lacks, in words. */
    public String want(Want want) {
        return WorkWants.of(visit, want);
    }

    /** Where whoever looks can mend that; null when they cannot. */
    public @Nullable String wantPath(Want want) {
        var place = WorkWants.place(want, this::at);
        return place.startsWith("#") || page != null && page.editor() ? place : null;
    }

    /** Whether this is what comes next: not what would be refused in the end, and not what takes back a decision. */
    public boolean isMain(Deed deed) {
        return page != null
                && switch (deed.act()) {
                    case SUBMIT, APPROVE, PUBLISH -> page.needed().isEmpty();
                    case PUT_BACK, ARCHIVE, UNSCHEDULE, TAKE_BACK -> false;
                    default -> true;
                };
    }

    /** What somebody did, in words. */
    public String deed(String action) {
        return visit.textOr("deed." + action, "deed.other");
    }

    public List<WorkNotes.Part> notes(String note) {
        return WorkNotes.of(note);
    }

    public boolean triedOn(long track) {
        return getTried().equals("tra-ban") && form.parameter("ban").equals(String.valueOf(track));
    }

    /** Whether something of it is made right now, so that the page soon says otherwise. */
    public boolean isLive() {
        return page != null
                && page.tracks().stream().anyMatch(track -> track.status().percent() != null);
    }

    public long millis(double seconds) {
        return Math.round(seconds * SECOND);
    }

    public long second(long millis) {
        return millis / SECOND;
    }
}
