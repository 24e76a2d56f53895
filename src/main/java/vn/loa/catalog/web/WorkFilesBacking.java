package vn.loa.catalog.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.catalog.FileDesk;
import vn.loa.catalog.FileDesks;
import vn.loa.common.web.Absence;
import vn.loa.common.web.Address;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.Redirect;
import vn.loa.common.web.Visit;
import vn.loa.taxonomy.Taxonomies;
import vn.loa.taxonomy.Taxonomies.LanguageItem;

/** The files of a product, where they are sent, followed and put right: {@code /quan-tri/san-pham/{slug}/tep}. */
@Named
@RequestScoped
public class WorkFilesBacking {
    private static final int UNPROCESSABLE = 422;
    private static final int SECOND = 1_000;

    @Inject
    private FileDesks desks;

    @Inject
    private FileDeeds deeds;

    @Inject
    private WorkDeeds forms;

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
    private @Nullable String problem;

    /** Does what a form asks for, and reads the page. */
    public void begin() {
        var slug = visit.route("slug");
        if (request.getMethod().equals("POST")) {
            problem = deeds.take(slug);
            if (problem == null) {
                Redirect.to(
                        visit.link(Address.of(path()).with(PublicRoutes.NOTICE, forms.parameter("lam"))),
                        FacesContext.getCurrentInstance());
                return;
            }
        }
        desk = desks.find(slug, user.require()).orElse(null);
        if (desk == null) {
            absence.unknown();
        } else if (problem != null) {
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(UNPROCESSABLE);
        }
    }

    public @Nullable FileDesk getDesk() {
        return desk;
    }

    private String path() {
        return PublicRoutes.WORK_LIST + "/" + visit.route("slug") + "/" + PublicRoutes.FILES;
    }

    public String getAction() {
        return visit.href(path());
    }

    public String getBack() {
        return visit.href(PublicRoutes.WORK_LIST + "/" + visit.route("slug"));
    }

    /** Where scripts find the part of the API that they use. */
    public String getApi() {
        return PublicRoutes.DESK_API;
    }

    public String getToken() {
        return forms.token();
    }

    /** Why what was asked for was not done; null when nothing was refused. */
    public @Nullable String getProblem() {
        return problem;
    }

    /** What was just done, when it was; empty otherwise. */
    public String getDone() {
        var done = visit.parameter(PublicRoutes.NOTICE);
        return Set.of(FileDeeds.RETRY, FileDeeds.REMOVE).contains(done) ? done : "";
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
