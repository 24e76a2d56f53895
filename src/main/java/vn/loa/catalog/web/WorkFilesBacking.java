package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.FileDesk;
import vn.loa.catalog.FileDesks;
import vn.loa.catalog.TrackKind;
import vn.loa.catalog.TrackRole;
import vn.loa.common.Coded;
import vn.loa.common.Texts;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.Addresses;
import vn.loa.common.web.BothWrote;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** The files of a product, where they are sent, followed and put right: {@code /quan-tri/san-pham/{slug}/tep}. */
@Named
@RequestScoped
public class WorkFilesBacking {
    /** Where the chapters stand on the page. */
    private static final String CHAPTERS = "chuong";

    private static final int UNPROCESSABLE = 422;
    private static final int SECOND = 1_000;
    private static final Set<String> DONE = Set.of(
            FileDeeds.RETRY, FileDeeds.REMOVE, FileDeeds.CORRECT, FileDeeds.POSTER, FileDeeds.ALT, FileDeeds.CHAPTERS);

    @Inject
    private FileDesks desks;

    @Inject
    private FileDeeds deeds;

    @Inject
    private ChapterDeeds chapters;

    @Inject
    private ProductForm form;

    @Inject
    private Taxonomies taxonomies;

    @Inject
    private CurrentUser user;

    @Inject
    private Visit visit;

    @Inject
    private Absence absence;

    @Inject
    private HttpServletRequest request;

    private @Nullable FileDesk desk;
    private List<String> problems = List.of();

    /** Does what a form asks for, and reads the page. */
    public void begin() {
        var slug = visit.route("slug");
        if (request.getMethod().equals("POST")) {
            problems = deeds.take(slug);
            if (problems.isEmpty()) {
                // What came of the chapters is told where they stand.
                var place = isOfChapters() ? "#" + CHAPTERS : "";
                Redirect.to(
                        visit.link(Address.of(path()).with(Addresses.NOTICE, deeds.deed())) + place,
                        FacesContext.getCurrentInstance());
                return;
            }
        }
        desk = desks.find(slug, user.require()).orElse(null);
        if (desk == null) {
            absence.unknown();
        } else if (!problems.isEmpty()) {
            FacesContext.getCurrentInstance()
                    .getExternalContext()
                    .setResponseStatus(deeds.isForbidden() ? HttpServletResponse.SC_FORBIDDEN : UNPROCESSABLE);
        }
    }

    public @Nullable FileDesk getDesk() {
        return desk;
    }

    private String path() {
        return Addresses.WORK_LIST + "/" + visit.route("slug") + "/" + Addresses.FILES;
    }

    public String getAction() {
        return visit.href(path());
    }

    public String getBack() {
        return visit.href(Addresses.WORK_LIST + "/" + visit.route("slug"));
    }

    /** Where scripts find the part of the API that they use. */
    public String getApi() {
        return Addresses.DESK_API;
    }

    public String getToken() {
        return form.token();
    }

    private boolean isOfChapters() {
        return deeds.deed().equals(FileDeeds.CHAPTERS);
    }

    /** Why what was asked for was not done, a sentence for each reason; none when nothing was refused. */
    public List<String> getProblems() {
        return isOfChapters() ? List.of() : problems;
    }

    /** The same for chapters, which say it where they stand. @return nothing that is said of a field */
    public List<String> getProblemsOfChapters() {
        return isOfChapters()
                ? problems.stream()
                        .filter(problem -> !chapters.faults().containsValue(problem))
                        .toList()
                : List.of();
    }

    /** What is wrong in the fields of chapters, the first of them first. @param field its name */
    public String wrongChapter(String field) {
        return chapters.faults().getOrDefault(field, "");
    }

    /** The fields of chapters in which something is wrong, by name. */
    public List<String> getWrongChapters() {
        return List.copyOf(chapters.faults().keySet());
    }

    /** What somebody else has saved in a field of chapters, in which something was written here, too; null when nobody has. */
    public @Nullable String theirs(String field) {
        return chapters.theirs(field);
    }

    /** The chapters of which the page is made, to be sent along. */
    public String getBase() {
        var sent = !problems.isEmpty() && isOfChapters() ? chapters.base() : null;
        return sent != null
                ? sent
                : desk == null
                        ? ""
                        : BothWrote.written(ChapterMeeting.written(
                                ChapterRows.of(desk.page().product().chapters())));
    }

    /** What was just done, when it was; empty otherwise. */
    public String getDone() {
        var done = visit.parameter(Addresses.NOTICE);
        return DONE.contains(done) ? done : "";
    }

    /** Whether chapters can be written now, and by them. */
    public boolean isDivisible() {
        return desk != null
                && desk.page().editor()
                && desk.page().product().state().equals("draft");
    }

    /** The chapters, as they stand or as they were sent and not taken; with empty ones where they can be written. */
    public List<ChapterRows.Row> getChapters() {
        var written = !problems.isEmpty() && isOfChapters()
                ? chapters.rows()
                : desk == null
                        ? List.<ChapterRows.Row>of()
                        : ChapterRows.of(desk.page().product().chapters());
        return isDivisible() ? ChapterRows.withSpare(written) : written;
    }

    /** What a track can be to its work, as codes. @param kind code of what it is */
    public List<String> roles(String kind) {
        var what = Coded.of(TrackKind.class, kind);
        return Arrays.stream(TrackRole.values())
                .filter(what::allows)
                .map(TrackRole::code)
                .toList();
    }

    /** What words of a track can be, as codes. */
    public List<String> getKindsOfWords() {
        return List.of(TrackKind.SUBTITLE.code(), TrackKind.TRANSCRIPT.code());
    }

    /** What is written into the form that puts a track right: as it stands, or as it was sent and not taken. @param stands as it stands */
    public String corrected(long track, String field, String stands) {
        return isKept(FileDeeds.CORRECT, track) ? form.parameter(field) : stands;
    }

    /** Whether that form was sent and not taken. */
    public boolean correcting(long track) {
        return isKept(FileDeeds.CORRECT, track);
    }

    /** What a picture shows, as it stands or as it was sent and not taken. @param texts as it stands */
    public String alt(long track, Texts texts, String language) {
        return isKept(FileDeeds.ALT, track)
                ? form.parameter("loi." + language)
                : texts.exactly(language).orElse("");
    }

    /** Whether a picture out of a film is the chosen one, as it stands or as it was sent and not taken. @param stands as it stands */
    public boolean chosen(long track, int percent, boolean stands) {
        return isKept(FileDeeds.POSTER, track) ? form.parameter("luc").equals(String.valueOf(percent)) : stands;
    }

    private boolean isKept(String deed, long track) {
        return !problems.isEmpty()
                && deeds.deed().equals(deed)
                && form.parameter("ban").equals(String.valueOf(track));
    }

    /** How long the work is, as times of chapters are written. */
    public String getLength() {
        return desk == null || desk.seconds() == null
                ? ""
                : ChapterRows.written((long) (Objects.requireNonNull(desk.seconds()) * SECOND));
    }

    /** In which works can be. */
    public List<LanguageItem> getLanguages() {
        return taxonomies.languagesOfWorks();
    }

    public List<WorkNotes.Part> notes(String note) {
        return WorkNotes.of(note);
    }

    public long millis(double seconds) {
        return Math.round(seconds * SECOND);
    }
}
