package vn.loa.common.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses of pages, the views behind them and the parameters that these read. No page repeats another parameter in a link,
 * and none is kept apart for it, so that nobody can fill the memory of the portal with copies of one page. Pages of the back office are apart: they also take what their forms
 * send, and none is kept. Everything else goes on to servlets and resources; a view's own name is not an address.
 */
public class PublicRoutes extends HttpFilter {
    /** Prefix of the request attributes that hold the named segments of the path. */
    public static final String ATTRIBUTE = "vn.loa.route.";

    /** Parameter for the order in which a list of products stands. */
    public static final String ORDER = "sap-xep";

    /** Where people sign in. */
    public static final String SIGN_IN = "/tai-khoan/dang-nhap";

    /** Where people choose a password by a link that an administrator has made. */
    public static final String NEW_PASSWORD = "/tai-khoan/mat-khau-moi";

    /** Where whoever runs a new portal makes its first administrator. */
    public static final String FOUNDING = "/tai-khoan/thiet-lap";

    /** The pages among those of the back office that are for people who are not known yet. */
    public static final Set<String> FOR_STRANGERS = Set.of(SIGN_IN, NEW_PASSWORD, FOUNDING);

    /** Parameter of the page for signing in that says where to go on. */
    public static final String RETURN = "tiep";

    /** Parameter of pages of the back office for what has happened before the page was shown. */
    public static final String NOTICE = "luu-y";

    /** The list of questions and answers. */
    public static final String QUESTIONS = "/hoi-dap";

    /** Where a citizen asks. */
    public static final String ASK = QUESTIONS + "/gui";

    /** Where a citizen follows a question. */
    public static final String FOLLOW = QUESTIONS + "/tra-cuu";

    /** The list of questions for those who answer. */
    public static final String QUESTIONS_AT_WORK = "/quan-tri/hoi-dap";

    /** The programmes of loudspeakers. */
    public static final String PROGRAMMES = "/lich-phat";

    /** Parameter of the programme of a station: the week, as {@code 2026-W48}. */
    public static final String WEEK = "tuan";

    /** Parameter of the programme of a station: the day, as {@code 2026-11-27}. */
    public static final String DAY = "ngay";

    /** The first page of the back office. */
    public static final String DESK = "/quan-tri";

    /** What is new, for those whose first page is that of their commune. */
    public static final String NEWS = DESK + "/tin-moi";

    /** What somebody who looks after the station of a commune needs each day. */
    public static final String COMMUNES = DESK + "/xa";

    /** The programmes for those who plan them. */
    public static final String PROGRAMMES_AT_WORK = "/quan-tri/lich-phat";

    /** The segment of the addresses of as-run logs. */
    public static final String LOG_BOOK = "nhat-ky";

    /** Parameter of pages of logs: the month, as {@code 2026-11}. */
    public static final String MONTH = "thang";

    /** The last segment of the address of the page that plays the programme of a station. */
    public static final String PLAYOUT = "phat";

    /** The last segment of the address of the page on which browsers that play are paired with their station. */
    public static final String PLAYERS = "may-phat";

    /** Where the back office hands out as-run logs as files, and takes tables for them: no pages. */
    public static final String LOG_FILES = "/quan-tri/tep-nhat-ky-phat";

    /** The last segment of the address of the page on which a station is set up. */
    public static final String SETTINGS = "thiet-lap";

    /** The last segment of the address of the page on which packages for a station are made. */
    public static final String PACKAGES = "goi";

    /** The last segment of the address of the page that says what was sent of a station. */
    public static final String SENT = "gui-di";

    /** Where administrators say to which systems programmes are sent. */
    public static final String TARGETS = "/quan-tri/noi-nhan";

    /** Parameter of logs of what was sent: the code of what came of it. */
    public static final String OUTCOME = "ket-qua";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(PublicRoutes.class.getName());

    /** Attribute of the request that holds its {@link Route}. */
    static final String ROUTE = "vn.loa.route";

    /** What lists of products are narrowed to and in which order they stand. */
    private static final String[] OF_LISTS = {
        "q",
        "the-loai",
        "tieng",
        "long-tieng",
        "phu-de",
        "chu-de",
        "doi-tuong",
        "dia-ban",
        "nam",
        "tu-nam",
        "den-nam",
        ORDER,
        Paging.PARAMETER
    };

    /** The list of products at work. */
    public static final String WORK_LIST = "/quan-tri/san-pham";

    /** The last segment of the address where a product begins; no product has it as its name. */
    public static final String NEW = "moi";

    /** The last segment of the address of a page that shows how the public will see a product. */
    private static final String PREVIEW = "xem-truoc";

    /** The same of the page that is shown in it. */
    private static final String PREVIEWED = "trang";

    private static final String NEW_WORK = WORK_LIST + "/" + NEW;

    /** Where the back office takes documents that become plans, and where it hands them out again: no pages. */
    public static final String PLAN_IMPORT = "/quan-tri/nhap-ke-hoach";

    public static final String PLAN_FILES = "/quan-tri/tep-ke-hoach";

    /** Where the back office hands out the audit trail as a table for spreadsheets: no page. */
    public static final String AUDIT_FILE = "/quan-tri/nhat-ky-bang";

    /** Where the back office takes tables of administrative units: no page. */
    public static final String UNIT_FILE = "/quan-tri/tep-dia-ban";

    /** How each role does its work, a sheet of paper for each. */
    public static final String GUIDES = "/quan-tri/huong-dan";

    /** Where an administrator says what the portal is called and how it looks; the front page as it would be lies below. */
    public static final String LOOK = "/quan-tri/he-thong/giao-dien";

    /** How a look is tried: as by day, or where the system is dark. */
    public static final String LIGHT = "sang";

    public static final String DARK = "toi";

    /** Where the back office takes pictures of the emblem, and hands out what is tried: no pages. */
    public static final String LOOK_FILES = "/quan-tri/tep-giao-dien";

    /** Where the pictures of the emblem lie: no pages. */
    public static final String EMBLEMS = "/bieu-trung";

    /** Where many products are brought in at once. */
    public static final String ARCHIVES = "/quan-tri/nhap-nhieu";

    /** Where the back office hands out sheets of products, empty and filled, and reports on those that were brought in: no pages. */
    public static final String ARCHIVE_FILES = "/quan-tri/tep-nhap-nhieu";

    /** What the audit trail is narrowed to. */
    private static final String[] OF_AUDIT = {"nguoi", "loai", "viec", "ten", "tu", "den", Paging.PARAMETER};

    /** What the page asks for on which subtitles are written: no pages. */
    public static final String SUBTITLES = "/quan-tri/phu-de";

    /** Where the scripts of the back office find the part of the API that they use: no pages. */
    public static final String DESK_API = "/quan-tri/api";

    /** What of the back office is no page: at these addresses, and below those. */
    private static final Set<String> SERVICES = Set.of(PLAN_IMPORT, AUDIT_FILE, UNIT_FILE);

    private static final Set<String> SERVICES_BELOW =
            Set.of(PLAN_FILES, LOOK_FILES, ARCHIVE_FILES, LOG_FILES, SUBTITLES, DESK_API);

    /** The last segment of the address of the page on which the files of a product are sent and followed. */
    public static final String FILES = "tep";

    /** The list of plans at work. */
    public static final String PLAN_LIST = "/quan-tri/ke-hoach";

    /** What the list of products at work is narrowed to, and in which order it stands. */
    private static final String[] OF_WORK_LISTS = {
        "q", "trang-thai", "the-loai", "chu-de", "tieng", "nam", "dia-ban", "cua", "chon", ORDER, Paging.PARAMETER
    };

    /** Parameters that say how an embed looks: its accent colour, its layout, its ground. */
    private static final String[] LOOKS = {"mau", "bo-cuc", "nen"};

    /** Where embeds of single products begin; the page on which their code is made is the folder itself. */
    public static final String EMBEDS = "/nhung";

    /** The embed of a list. */
    public static final String EMBEDDED_LIST = EMBEDS + "/danh-sach";

    /** No folder of views may bear the name of a public path: the server would redirect to the folder. */
    private static final List<Route> ROUTES = List.of(
            Route.of("/", "/home/front.xhtml"),
            Route.of("/san-pham", "/catalog/list.xhtml", OF_LISTS),
            Route.of("/san-pham/{slug}", "/catalog/product.xhtml", "tieng", "ban", "t"),
            Route.of("/ke-hoach", "/plans/list.xhtml", Paging.PARAMETER),
            Route.of("/ke-hoach/{slug}", "/plans/plan.xhtml"),
            Route.of("/ke-hoach/{slug}/van-ban-goc", "/plans/original.xhtml"),
            Route.of("/chu-de/{slug}", "/catalog/topic.xhtml", Paging.PARAMETER),
            Route.of("/dia-ban/{code}", "/home/place.xhtml", Paging.PARAMETER),
            Route.of("/da-luu", "/home/saved.xhtml"),
            Route.of(PROGRAMMES, "/programmes/list.xhtml"),
            Route.of(PROGRAMMES + "/{code}", "/programmes/programme.xhtml", WEEK, DAY),
            Route.of(PROGRAMMES + "/{code}/" + PLAYOUT, "/programmes/playout.xhtml"),
            Route.of(QUESTIONS, "/questions/list.xhtml", "chu-de", Paging.PARAMETER),
            Route.of(QUESTIONS + "/{slug}", "/questions/question.xhtml"),
            Route.of("/tim-kiem", "/search/results.xhtml", join(OF_LISTS, "muc")),
            Route.of(EMBEDS, "/embeds/builder.xhtml", join(OF_LISTS, LOOKS, "dang", "ma", "so", "ngon-ngu")),
            Route.of(EMBEDDED_LIST, "/embeds/list.xhtml", join(OF_LISTS, LOOKS, "so")),
            Route.of(EMBEDS + "/{slug}", "/embeds/product.xhtml", join(LOOKS, "tieng", "ban", "t")));

    /** Where citizens send something. They come before all others: one of those has a name where these have theirs. */
    private static final List<Route> FORMS = List.of(
            Route.form(ASK, "/questions/ask.xhtml", "chu-de"), Route.form(FOLLOW, "/questions/follow.xhtml", "ma"));

    /** What servlets answer, to everybody alike, and what they read of an address. No views. */
    private static final List<Route> DOCUMENTS = List.of(
            Route.of("/feeds/{file}", "", OF_LISTS),
            Route.of("/feeds/{language}/{file}", "", OF_LISTS),
            Route.of(PROGRAMMES + "/{code}.ics", ""));

    /** Who may open which is said where accounts are known. */
    private static final List<Route> OFFICE = List.of(
            Route.office(DESK, "/home/desk.xhtml", "het"),
            Route.office(NEWS, "/home/desk.xhtml"),
            Route.office(COMMUNES, "/programmes/work-commune.xhtml"),
            Route.office(COMMUNES + "/{code}", "/programmes/work-commune.xhtml"),
            Route.office(WORK_LIST, "/catalog/work-list.xhtml", OF_WORK_LISTS),
            Route.office(NEW_WORK, "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}", "/catalog/work.xhtml"),
            Route.office(WORK_LIST + "/{slug}/sua", "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}/" + PREVIEW, "/catalog/work-preview.xhtml"),
            Route.office(WORK_LIST + "/{slug}/" + PREVIEWED, "/catalog/product.xhtml", "tieng", "ban", "t", "nhe"),
            Route.office(WORK_LIST + "/{slug}/" + FILES, "/catalog/work-files.xhtml"),
            Route.office(WORK_LIST + "/{slug}/lich-su", "/catalog/work-history.xhtml", "tu", "den", Paging.PARAMETER),
            Route.office(WORK_LIST + "/{slug}/phu-de/{name}", "/catalog/subtitle-edit.xhtml"),
            Route.office(ARCHIVES, "/archive/list.xhtml"),
            Route.office(ARCHIVES + "/{id}", "/archive/run.xhtml"),
            Route.office(PLAN_LIST, "/plans/work-list.xhtml", "q", "trang-thai", "cap", "co-quan", Paging.PARAMETER),
            Route.office(PLAN_LIST + "/{slug}", "/plans/work.xhtml"),
            Route.office(PLAN_LIST + "/{slug}/ngon-ngu", "/plans/languages.xhtml", "loc"),
            Route.office(
                    QUESTIONS_AT_WORK,
                    "/questions/work-list.xhtml",
                    "q",
                    "trang-thai",
                    "co-quan",
                    "chu-de",
                    Paging.PARAMETER),
            Route.office(QUESTIONS_AT_WORK + "/{id}", "/questions/case.xhtml"),
            Route.office(PROGRAMMES_AT_WORK, "/programmes/work-list.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + PLAYERS, "/programmes/work-players.xhtml"),
            Route.office(
                    PROGRAMMES_AT_WORK + "/{code}/" + LOG_BOOK,
                    "/programmes/work-log.xhtml",
                    MONTH,
                    "tep",
                    Paging.PARAMETER),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + LOG_BOOK + "/{id}", "/programmes/work-broadcast.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/" + LOG_BOOK, "/programmes/work-totals.xhtml", MONTH, "tep"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}", "/programmes/work-station.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + SETTINGS, "/programmes/work-settings.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/" + PACKAGES, "/programmes/work-packages.xhtml", WEEK),
            Route.office(
                    PROGRAMMES_AT_WORK + "/{code}/" + SENT,
                    "/programmes/work-deliveries.xhtml",
                    OUTCOME,
                    Paging.PARAMETER),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/{week}", "/programmes/work-week.xhtml"),
            Route.office(PROGRAMMES_AT_WORK + "/{code}/{week}/{slot}", "/programmes/work-slot.xhtml"),
            Route.office(TARGETS, "/programmes/targets.xhtml"),
            Route.office(TARGETS + "/{id}", "/programmes/target.xhtml", OUTCOME, Paging.PARAMETER),
            Route.office("/quan-tri/tu-dong-nghia", "/search/synonyms.xhtml"),
            Route.office("/quan-tri/nhung", "/syndication/registry.xhtml", "trang-web", Paging.PARAMETER),
            Route.office("/quan-tri/he-thong", "/accounts/system.xhtml"),
            Route.office(LOOK, "/administration/look.xhtml", "bao"),
            Route.office(LOOK + "/" + LIGHT, "/home/front.xhtml"),
            Route.office(LOOK + "/" + DARK, "/home/front.xhtml"),
            Route.office("/quan-tri/chu-de", "/administration/terms.xhtml"),
            Route.office("/quan-tri/chu-de/{code}", "/administration/term.xhtml"),
            Route.office("/quan-tri/doi-tuong", "/administration/terms.xhtml"),
            Route.office("/quan-tri/doi-tuong/{code}", "/administration/term.xhtml"),
            Route.office("/quan-tri/the-loai", "/administration/terms.xhtml"),
            Route.office("/quan-tri/the-loai/{code}", "/administration/term.xhtml"),
            Route.office("/quan-tri/co-quan", "/administration/agencies.xhtml", "q", Paging.PARAMETER),
            Route.office("/quan-tri/co-quan/{code}", "/administration/agency.xhtml"),
            Route.office("/quan-tri/kenh", "/administration/channels.xhtml"),
            Route.office("/quan-tri/kenh/{id}", "/administration/channel.xhtml"),
            Route.office(
                    "/quan-tri/dia-ban",
                    "/administration/units.xhtml",
                    "q",
                    "bao",
                    "tu",
                    "cu-tu",
                    "cu-den",
                    Paging.PARAMETER),
            Route.office("/quan-tri/ngon-ngu", "/administration/languages.xhtml"),
            Route.office(
                    "/quan-tri/loi-van", "/administration/texts.xhtml", "tieng", "q", "muc", "thieu", Paging.PARAMETER),
            Route.office("/quan-tri/nhat-ky", "/accounts/audit.xhtml", OF_AUDIT),
            Route.office("/quan-tri/cong-viec", "/processing/jobs.xhtml", "trang-thai", Paging.PARAMETER),
            Route.office("/quan-tri/chi-muc", "/search/index.xhtml"),
            Route.office(GUIDES, "/accounts/guide.xhtml"),
            Route.office(GUIDES + "/{role}", "/accounts/guide.xhtml"),
            Route.office("/tai-khoan", "/accounts/own.xhtml"),
            Route.office(SIGN_IN, "/accounts/sign-in.xhtml", RETURN),
            Route.office(NEW_PASSWORD, "/accounts/new-password.xhtml", "ma"),
            Route.office(FOUNDING, "/accounts/founding.xhtml"),
            Route.office("/tai-khoan/hai-buoc", "/accounts/second-factor.xhtml"),
            Route.office(
                    "/quan-tri/nguoi-dung",
                    "/accounts/people.xhtml",
                    "q",
                    "vai-tro",
                    "trang-thai",
                    "dia-ban",
                    Paging.PARAMETER),
            Route.office("/quan-tri/nguoi-dung/{name}", "/accounts/person.xhtml"),
            Route.office("/quan-tri/mo-tai-khoan", "/accounts/new-person.xhtml"));

    /** Where the scripts and sheets of Faces lie. */
    public static final String RESOURCES = "/jakarta.faces.resource/";

    /** What the server would find within the library of the back office: nothing of that is an address. */
    private static final String LIBRARY = "/primefaces";

    /** Segments that stand for no name, and dots that are written as if they were something else. */
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:/|$)|%2[eE]");

    private static final Set<String> LIBRARIES = Set.of("primefaces", "jakarta.faces");

    private static String[] join(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
    }

    private static String[] join(String[] some, String[] others, String... more) {
        return join(join(some, others), more);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isDisguised(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var path = pathOf(request);
        var known = formRouteOf(path).or(() -> routeOf(path)).or(() -> officeRouteOf(path));
        if (known.isPresent()) {
            show(known.get(), known.get().match(path).orElseThrow(), request, response);
            return;
        }
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : "";
        if (isPage(bare) || formRouteOf(bare).isPresent() || isOfficePage(bare)) {
            var query = request.getQueryString();
            var target = request.getRequestURI().replaceAll("/+$", "") + (query == null ? "" : "?" + query);
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", target);
        } else if (path.startsWith(RESOURCES)
                && LIBRARIES.contains(Objects.requireNonNullElse(request.getParameter("ln"), ""))) {
            chain.doFilter(request, response);
        } else if (path.endsWith(".xhtml") || path.startsWith(LIBRARY)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            chain.doFilter(request, response);
        }
    }

    /**
     * Other spellings of an address are no addresses: the server would read them as the page, while links and redirects that repeat
     * them ({@code //host}) would lead elsewhere.
     */
    public static boolean isDisguised(String uri) {
        return uri.contains("//") || uri.contains(";") || DOTS.matcher(uri).find();
    }

    private static void show(
            Route route, Map<String, String> segments, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var method = request.getMethod();
        var reads = method.equals("GET") || method.equals("HEAD");
        if (!reads && !(route.takesForms() && method.equals("POST"))) {
            response.setHeader("Allow", route.takesForms() ? "GET, HEAD, POST" : "GET, HEAD");
            // A body that nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        segments.forEach((name, value) -> request.setAttribute(ATTRIBUTE + name, value));
        render(route, request, response);
    }

    /**
     * Shows another view of the back office in place of the page at this address.
     *
     * @param status of the answer
     */
    public static void show(String view, int status, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setStatus(status);
        render(Route.office(pathOf(request), view), request, response);
    }

    private static void render(Route route, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!isTakenAsSent(route, request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        request.setAttribute(ROUTE, route);
        if (route.takesForms()) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Vary", "Accept-Encoding, Save-Data");
        }
        try {
            request.getRequestDispatcher(route.view()).forward(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted() || !Outage.explains(failure)) {
                throw failure;
            }
            LOG.log(Level.WARNING, "The database does not answer; a page is 503: " + request.getRequestURI());
            response.setHeader("Retry-After", Outage.RETRY_AFTER);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** Whether Faces does with a request what it was sent for: only pages of the back office have forms of Faces, and forms are posted. */
    private static boolean isTakenAsSent(Route route, HttpServletRequest request) {
        return route.isOffice() && request.getMethod().equals("POST")
                ? !FacesForm.isOfNoPage(request)
                : !FacesForm.isClaimedBy(request);
    }

    /** Whether a public page lives at this path that everybody is given alike, decoded and within the application. */
    public static boolean isPage(String path) {
        return routeOf(path).isPresent();
    }

    /** Whether everybody is given the same for this path, decoded and within the application, which is no page. */
    public static boolean isDocument(String path) {
        return documentOf(path).isPresent();
    }

    private static Optional<Route> documentOf(String path) {
        return DOCUMENTS.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** Whether it is a page that others may show in frames of theirs. @param path decoded and within the application */
    public static boolean isEmbed(String path) {
        return path.startsWith(EMBEDS + "/") && isPage(path);
    }

    /** Whether a page of the back office lives at this path, decoded and within the application. */
    public static boolean isOfficePage(String path) {
        return officeRouteOf(path).isPresent();
    }

    /** Whether something else of the back office than a page is at this path, decoded and within the application. */
    public static boolean isOfficeService(String path) {
        return SERVICES.contains(path) || SERVICES_BELOW.stream().anyMatch(service -> path.startsWith(service + "/"));
    }

    /** The addresses of all pages of the back office, with <code>{name}</code> in the place of a segment. */
    public static List<String> officePaths() {
        return OFFICE.stream().map(Route::path).toList();
    }

    /** Where all its services are, or begin. */
    public static Set<String> officeServices() {
        return Stream.of(SERVICES, SERVICES_BELOW).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether it is of the API of the back office, whose callers are scripts. @param path decoded and within the application */
    public static boolean isDeskApi(String path) {
        return path.startsWith(DESK_API + "/");
    }

    /** Whether a page of the back office is being made for this request, and not one that says what went wrong. */
    public static boolean isForOffice(HttpServletRequest request) {
        return request.getAttribute(ROUTE) instanceof Route route
                && route.isOffice()
                && request.getDispatcherType() != DispatcherType.ERROR;
    }

    private static Optional<Route> officeRouteOf(String path) {
        return OFFICE.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    private static Optional<Route> formRouteOf(String path) {
        return FORMS.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    private static Optional<Route> routeOf(String path) {
        return formRouteOf(path).isPresent() || isDocument(path)
                ? Optional.empty()
                : ROUTES.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** Whether a page of ours is shown within the page of the back office at this path. */
    static boolean isFraming(String path) {
        return path.equals(LOOK) || path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEW);
    }

    /** Whether the page at this path is shown within another one of the back office. */
    static boolean isFramed(String path) {
        return isTriedLook(path) || path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEWED);
    }

    /** Whether the page at this path shows a look of the portal that is only tried. */
    public static boolean isTriedLook(String path) {
        return path.startsWith(LOOK + "/");
    }

    /** The names of the parameters that change the public page or document at this path, decoded and within the application. */
    public static Set<String> parametersOf(String path) {
        return routeOf(path).or(() -> documentOf(path)).map(Route::parameters).orElse(Route.OF_EVERY_PAGE);
    }

    /** The same of a page of the back office. */
    public static Set<String> officeParametersOf(String path) {
        return officeRouteOf(path).map(Route::parameters).orElse(Set.of());
    }

    /** The path of a request, decoded, within the application. */
    public static String pathOf(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
