package vn.loa.common.web;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Owns the addresses of the pages, which {@link PageRouter} answers before this servlet is reached. Without an owner they
 * would fall to the server's servlet for files, and servers look for a file, in vain, at each request.
 */
@WebServlet(
        urlPatterns = {
            "",
            "/san-pham/*",
            "/ke-hoach/*",
            "/chu-de/*",
            "/dia-ban/*",
            "/da-luu",
            "/tim-kiem/*",
            "/nhung/*",
            "/quan-tri/*",
            "/tai-khoan/*"
        })
public class PageAddresses extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** What no route knows is nowhere. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
