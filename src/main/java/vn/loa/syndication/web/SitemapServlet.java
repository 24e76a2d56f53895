package vn.loa.syndication.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.common.web.PublicAddress;
import vn.loa.editorial.ContentRevision;
import vn.loa.syndication.Sitemap;

/**
 * Answers {@code /sitemap.xml} and {@code /robots.txt}. A sitemap is written once for each revision of the content, by one request at a time, and
 * kept packed: asking for it often costs neither statements nor memory. Full addresses come from the setting, never from what a request
 * says.
 */
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Pattern REFUSES_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    @Inject
    private transient Sitemap sitemap;

    @Inject
    private transient ContentRevision revision;

    @Inject
    private transient PublicAddress address;

    private transient @Nullable Written written;

    private record Written(String tag, byte[] packed) {}

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var root = address.root();
        if (request.getServletPath().equals("/robots.txt")) {
            robots(root, response);
        } else if (!address.isKnown()) {
            // A sitemap must hold full addresses; without the setting there is none.
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            sitemap(root, request, response);
        }
    }

    private void sitemap(String root, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var version = "sitemap-" + revision.current();
        var tag = "\"" + version + (takesGzip(request) ? "-gzip\"" : "\"");
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Vary", "Accept-Encoding");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var packed = packed(version, root);
        response.setContentType("application/xml; charset=utf-8");
        if (takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            response.setContentLength(packed.length);
            response.getOutputStream().write(packed);
            return;
        }
        try (var content = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            content.transferTo(response.getOutputStream());
        }
    }

    private static boolean takesGzip(HttpServletRequest request) {
        var taken = Objects.requireNonNullElse(request.getHeader("Accept-Encoding"), "");
        return taken.contains("gzip") && !REFUSES_GZIP.matcher(taken).find();
    }

    private synchronized byte[] packed(String tag, String root) throws IOException {
        var known = written;
        if (known != null && known.tag().equals(tag)) {
            return known.packed();
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            sitemap.write(root, languages(), out);
        } catch (XMLStreamException e) {
            throw new IOException("The sitemap could not be written", e);
        }
        var now = new Written(tag, bytes.toByteArray());
        written = now;
        return now.packed();
    }

    /** Search engines may read everything public; what only repeats it in another order they need not. */
    private static void robots(String root, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain; charset=utf-8");
        response.setHeader("Cache-Control", "public, max-age=3600");
        var text = "User-agent: *\nDisallow: /api/\nDisallow: /tim-kiem\nDisallow: /quan-tri/\nDisallow: /tai-khoan/\n";
        response.getWriter().write(root.isEmpty() ? text : text + "Sitemap: " + root + "/sitemap.xml\n");
    }

    private static List<String> languages() {
        return InterfaceLanguage.all().stream()
                .filter(InterfaceLanguage::isWritten)
                .map(InterfaceLanguage::code)
                .toList();
    }
}
