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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Shows the page at an address. Everything else goes on to servlets and resources; a view's own name is not an address. */
public class PageRouter extends HttpFilter {
    /** Prefix of the request attributes that hold the named segments of the path. */
    public static final String ATTRIBUTE = "vn.loa.route.";

    /** Where the scripts and sheets of Faces lie. */
    public static final String RESOURCES = "/jakarta.faces.resource/";

    /** Attribute of the request that holds its {@link Route}. */
    static final String ROUTE = "vn.loa.route";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(PageRouter.class.getName());

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
        var known = find(path);
        if (known.isPresent()) {
            show(known.get(), known.get().match(path).orElseThrow(), request, response);
            return;
        }
        var bare = path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : "";
        if (find(bare).isPresent()) {
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

    private static Optional<Route> find(String path) {
        return PublicRoutes.find(path).or(() -> OfficeRoutes.find(path));
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

    /** Whether a page of the back office is being made for this request, and not one that says what went wrong. */
    public static boolean isForOffice(HttpServletRequest request) {
        return request.getAttribute(ROUTE) instanceof Route route
                && route.isOffice()
                && request.getDispatcherType() != DispatcherType.ERROR;
    }

    /** The path of a request, decoded, within the application. */
    public static String pathOf(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
