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

    /** Parameter of the page for signing in that says where to go on. */
    public static final String RETURN = "tiep";

    /** Parameter of pages of the back office for what has happened before the page was shown. */
    public static final String NOTICE = "luu-y";

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

    /** What the list of products at work is narrowed to, and in which order it stands. */
    private static final String[] OF_WORK_LISTS = {
        "q", "trang-thai", "the-loai", "chu-de", "tieng", "nam", "dia-ban", "cua", "chon", ORDER, Paging.PARAMETER
    };

    /** No folder of views may bear the name of a public path: the server would redirect to the folder. */
    private static final List<Route> ROUTES = List.of(
            Route.of("/", "/home/front.xhtml"),
            Route.of("/san-pham", "/catalog/list.xhtml", OF_LISTS),
            Route.of("/san-pham/{slug}", "/catalog/product.xhtml", "tieng", "ban", "t"),
            Route.of("/ke-hoach", "/plans/list.xhtml", Paging.PARAMETER),
            Route.of("/ke-hoach/{slug}", "/plans/plan.xhtml"),
            Route.of("/chu-de/{slug}", "/catalog/topic.xhtml", Paging.PARAMETER),
            Route.of("/dia-ban/{code}", "/home/place.xhtml", Paging.PARAMETER),
            Route.of("/da-luu", "/home/saved.xhtml"),
            Route.of("/tim-kiem", "/search/results.xhtml", OF_LISTS),
            Route.of("/quan-tri/gui-tep", "/catalog/send.xhtml"));

    /** Who may open which is said where accounts are known. */
    private static final List<Route> OFFICE = List.of(
            Route.office("/quan-tri", "/home/desk.xhtml"),
            Route.office(WORK_LIST, "/catalog/work-list.xhtml", OF_WORK_LISTS),
            Route.office(NEW_WORK, "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}", "/catalog/work.xhtml"),
            Route.office(WORK_LIST + "/{slug}/sua", "/catalog/work-edit.xhtml"),
            Route.office(WORK_LIST + "/{slug}/" + PREVIEW, "/catalog/work-preview.xhtml"),
            Route.office(WORK_LIST + "/{slug}/" + PREVIEWED, "/catalog/product.xhtml", "tieng", "ban", "t", "nhe"),
            Route.office(WORK_LIST + "/{slug}/lich-su", "/catalog/work-history.xhtml", "tu", "den", Paging.PARAMETER),
            Route.office("/tai-khoan", "/accounts/own.xhtml"),
            Route.office(SIGN_IN, "/accounts/sign-in.xhtml", RETURN),
            Route.office(NEW_PASSWORD, "/accounts/new-password.xhtml", "ma"),
            Route.office("/quan-tri/nguoi-dung", "/accounts/people.xhtml", "q", Paging.PARAMETER),
            Route.office("/quan-tri/nguoi-dung/{name}", "/accounts/person.xhtml"),
            Route.office("/quan-tri/mo-tai-khoan", "/accounts/new-person.xhtml"));

    /** Where the scripts and sheets of Faces lie. */
    public static final String RESOURCES = "/jakarta.faces.resource/";

    /** What the server would find within the library of the back office: nothing of that is an address. */
    private static final String LIBRARY = "/primefaces";

    /** Segments that stand for no name, and dots that are written as if they were something else. */
    private static final Pattern DOTS = Pattern.compile("/\\.{1,2}(?:/|$)|%2[eE]");

    private static final Set<String> LIBRARIES = Set.of("primefaces", "jakarta.faces");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isDisguised(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var path = pathOf(request);
        var known = routeOf(path).or(() -> officeRouteOf(path));
        if (known.isPresent()) {
            show(known.get(), known.get().match(path).orElseThrow(), request, response);
            return;
        }
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : "";
        if (isPage(bare) || isOfficePage(bare)) {
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
        if (!reads && !(route.isOffice() && method.equals("POST"))) {
            response.setHeader("Allow", route.isOffice() ? "GET, HEAD, POST" : "GET, HEAD");
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
        if (!route.isOffice()) {
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

    /** Whether a public page lives at this path, decoded and within the application. */
    public static boolean isPage(String path) {
        return routeOf(path).isPresent();
    }

    /** Whether a page of the back office lives at this path, decoded and within the application. */
    public static boolean isOfficePage(String path) {
        return officeRouteOf(path).isPresent();
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

    private static Optional<Route> routeOf(String path) {
        return ROUTES.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** Whether a page of ours is shown within the page of the back office at this path. */
    static boolean isFraming(String path) {
        return path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEW);
    }

    /** Whether the page at this path is shown within another one of the back office. */
    static boolean isFramed(String path) {
        return path.startsWith(WORK_LIST + "/") && path.endsWith("/" + PREVIEWED);
    }

    /** The names of the parameters that change the public page at this path, decoded and within the application. */
    public static Set<String> parametersOf(String path) {
        return routeOf(path).map(Route::parameters).orElse(Route.OF_EVERY_PAGE);
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
