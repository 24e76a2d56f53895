package vn.loa.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Answers {@code /resources/…} from memory: for a year when the address names the content, for five minutes when it does not. The
 * service worker has an address of its own, since it may only serve what lies beside it or below.
 */
@WebServlet({"/resources/*", AssetServlet.WORKER})
public class AssetServlet extends HttpServlet {
    static final String WORKER = "/sw.js";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "/");
        var isWorker = request.getServletPath().equals(WORKER);
        var found = assets.find(isWorker ? "scripts/worker.js" : path.substring(1));
        if (found.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var asset = found.get();
        var zipped = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "")
                .contains("gzip");
        var tag = "\"" + asset.version() + (zipped ? "-gzip\"" : "\"");
        var named = Objects.requireNonNullElse(request.getQueryString(), "").equals("v=" + asset.version());
        response.setHeader(
                "Cache-Control",
                isWorker ? "no-cache" : named ? "public, max-age=31536000, immutable" : "public, max-age=300");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var bytes = zipped ? asset.gzip() : asset.plain();
        response.setContentType(asset.contentType());
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
