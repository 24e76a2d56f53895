package vn.loa.home.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import vn.loa.common.web.PublicRoutes;

/** Compresses the pages of the back office and their scripts and sheets. They are made for each who asks: no memory keeps them. */
public class OfficeAnswers extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (PublicRoutes.isPage(PublicRoutes.pathOf(request))) {
            chain.doFilter(request, response);
            return;
        }
        var captured = new CapturedResponse(response);
        chain.doFilter(request, captured);
        if (captured.isWhole()) {
            var body = captured.body();
            if (PublicRoutes.pathOf(request).startsWith(PublicRoutes.RESOURCES)) {
                // With the version of its library in its address it never changes.
                response.setHeader(
                        "Cache-Control",
                        request.getParameter("v") == null
                                ? "public, max-age=86400"
                                : "public, max-age=31536000, immutable");
            }
            if (body.length > 0) {
                PageAnswer.sendOnce(body, request, response);
            }
        } else if (captured.error() != 0) {
            captured.handOnError();
        }
    }
}
