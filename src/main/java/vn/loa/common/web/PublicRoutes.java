package vn.loa.common.web;

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
import java.util.Optional;
import java.util.Set;

/**
 * The public addresses of pages, the views behind them and the parameters that these read. No page repeats another parameter in a link,
 * and none is kept apart for it, so that nobody can fill the memory of the portal with copies of one page. Everything else goes on to servlets and resources; a view's own name
 * is not an address.
 */
public class PublicRoutes extends HttpFilter {
    /** Prefix of the request attributes that hold the named segments of the path. */
    public static final String ATTRIBUTE = "vn.loa.route.";

    /** Parameter for the order in which a list of products stands. */
    public static final String ORDER = "sap-xep";

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

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isDisguised(request.getRequestURI())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var path = pathOf(request);
        for (var route : ROUTES) {
            var segments = route.match(path);
            if (segments.isPresent()) {
                show(route, segments.get(), request, response);
                return;
            }
        }
        if (path.length() > 1 && path.endsWith("/") && isPage(path.substring(0, path.length() - 1))) {
            var query = request.getQueryString();
            var target = request.getRequestURI().replaceAll("/+$", "") + (query == null ? "" : "?" + query);
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", target);
        } else if (path.endsWith(".xhtml")) {
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
        return uri.contains("//") || uri.contains(";");
    }

    private static void show(
            Route route, Map<String, String> segments, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var method = request.getMethod();
        if (!method.equals("GET") && !method.equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD");
            // A body that nobody reads must not be taken for the next request.
            response.setHeader("Connection", "close");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        segments.forEach((name, value) -> request.setAttribute(ATTRIBUTE + name, value));
        request.setAttribute(ROUTE, route);
        response.setHeader("Vary", "Accept-Encoding, Save-Data");
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

    /** Whether a page lives at this path, decoded and within the application. */
    public static boolean isPage(String path) {
        return routeOf(path).isPresent();
    }

    private static Optional<Route> routeOf(String path) {
        return ROUTES.stream().filter(route -> route.match(path).isPresent()).findFirst();
    }

    /** The names of the parameters that change the page at this path, decoded and within the application. */
    public static Set<String> parametersOf(String path) {
        return routeOf(path).map(Route::parameters).orElse(Route.OF_EVERY_PAGE);
    }

    /** The path of a request, decoded, within the application. */
    public static String pathOf(HttpServletRequest request) {
        var info = request.getPathInfo();
        return request.getServletPath() + (info == null ? "" : info);
    }
}
