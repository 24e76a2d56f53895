package vn.loa.common.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;

/**
 * Answers {@code /resources/…} from memory: for a year when the address names the content, for five minutes when it names none, not at all
 * when it names another. The
 * service worker has an address of its own, since it may only serve what lies beside it or below; the icon has the one where programs look that read no page; the
 * script by which other sites steer embeds has one that never changes, since it stands in their pages.
 */
@WebServlet({"/resources/*", AssetServlet.WORKER, AssetServlet.PLAYOUT_WORKER, AssetServlet.ICON, AssetServlet.EMBEDDING
})
public class AssetServlet extends HttpServlet {
    static final String WORKER = "/sw.js";

    /** Of the page that plays the programme of a station, and of that alone. */
    static final String PLAYOUT_WORKER = "/sw-phat.js";

    static final String ICON = "/favicon.ico";

    /** The number grows when the script no longer does what pages written for it expect. */
    public static final String EMBEDDING = "/nhung/api/v1.js";

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var found = assets.find(nameOf(request));
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
                switch (request.getServletPath()) {
                    case WORKER, PLAYOUT_WORKER -> "no-cache";
                    case ICON -> "public, max-age=86400";
                    case EMBEDDING -> "public, max-age=3600";
                    // What the address names may be of another node, which has heard of a new look before this one.
                    default ->
                        named
                                ? "public, max-age=31536000, immutable"
                                : request.getQueryString() == null ? "public, max-age=300" : "no-cache";
                });
        if (asset.contentType().startsWith("image/")) {
            SecurityHeaders.isNoDocument(response);
        }
        if (asset.contentType().startsWith("text/javascript")) {
            // Pages may ask for one with a check of its bytes; and an embed in a sandbox, which has no origin, imports
            // modules.
            response.setHeader("Access-Control-Allow-Origin", "*");
        }
        if (request.getServletPath().equals(EMBEDDING)) {
            // Pages may be isolated from what does not say that it is for all.
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
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

    private static String nameOf(HttpServletRequest request) {
        return switch (request.getServletPath()) {
            case WORKER -> "scripts/worker.js";
            case PLAYOUT_WORKER -> "scripts/playout-worker.js";
            case ICON -> "images/favicon.ico";
            case EMBEDDING -> "scripts/embedding.js";
            default -> Objects.requireNonNullElse(request.getPathInfo(), "/").substring(1);
        };
    }
}
