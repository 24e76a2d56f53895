package vn.loa.home.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.OfficeRoutes;
import vn.loa.common.web.PageRouter;
import vn.loa.common.web.PublicRoutes;

/** Compresses the pages of the back office and their scripts and sheets. They are made for each who asks: no memory keeps them. */
public class OfficeAnswers extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** What the library of the back office says of itself. */
    private static final String LIBRARY = "/META-INF/maven/org.primefaces/primefaces/pom.properties";

    private static final String VERSION = version();

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        // Files are not gathered in memory.
        if (PublicRoutes.isPage(PageRouter.pathOf(request)) || OfficeRoutes.isService(PageRouter.pathOf(request))) {
            chain.doFilter(request, response);
            return;
        }
        var captured = new CapturedResponse(response);
        chain.doFilter(request, captured);
        if (captured.isWhole()) {
            var body = captured.body();
            if (PageRouter.pathOf(request).startsWith(PageRouter.RESOURCES)) {
                response.setHeader("Cache-Control", keeping(request.getParameter("v"), response.getStatus()));
            }
            if (body.length > 0) {
                PageAnswer.sendOnce(body, request, response);
            }
        } else if (captured.error() != 0) {
            captured.handOnError();
        }
    }

    /** How long a file of a library is kept. @param version that the address names; null when it names none */
    private static String keeping(@Nullable String version, int status) {
        if (status != HttpServletResponse.SC_OK && status != HttpServletResponse.SC_NOT_MODIFIED) {
            return "no-store";
        }
        if (version == null) {
            return "public, max-age=86400";
        }
        // With the version of its library in its address it never changes. After an update, older pages may ask for
        // another one.
        return version.equals(VERSION) ? "public, max-age=31536000, immutable" : "no-store";
    }

    private static String version() {
        try (var file = OfficeAnswers.class.getResourceAsStream(LIBRARY)) {
            var about = new Properties();
            about.load(Objects.requireNonNull(file, LIBRARY + " is missing"));
            return about.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
