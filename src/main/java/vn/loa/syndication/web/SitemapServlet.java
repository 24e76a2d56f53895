package vn.loa.syndication.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;
import vn.loa.common.web.InterfaceLanguage;
import vn.loa.editorial.ContentRevision;
import vn.loa.syndication.Sitemap;
import vn.loa.syndication.SitemapPart;

/**
 * Answers {@code /sitemap.xml} and {@code /robots.txt}. A sitemap that has no room in one file names its parts there, which are {@code /sitemap.xml?phan=1} and so on: they stand above all that they name, as the format wants it.
 * Each is written once for each revision of the content, by one request at a time, and kept packed, a few of them: asking for it often costs neither statements nor memory. Full addresses come from the
 * setting, never from what a request says.
 */
@WebServlet({"/sitemap.xml", "/robots.txt"})
public class SitemapServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Names a part. */
    private static final String PART = "phan";

    private static final Pattern REFUSES_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    @Inject
    private transient Sitemap sitemap;

    @Inject
    private transient ContentRevision revision;

    @Inject
    private transient PublicAddress address;

    /** One part is some megabytes at most. */
    private static final int KEPT = 4;

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,4}");

    private transient @Nullable Written written;

    /** What is kept of a revision: those asked for last, packed, by their numbers; 0 is that which has none. */
    private static final class Written {
        private final String version;
        private final List<SitemapPart> parts;
        private final Map<Integer, byte[]> packed = new LinkedHashMap<>(KEPT, 1, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, byte[]> eldest) {
                return size() > KEPT;
            }
        };

        Written(String version, List<SitemapPart> parts) {
            this.version = version;
            this.parts = List.copyOf(parts);
        }
    }

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
        var asked = Objects.requireNonNullElse(request.getParameter(PART), "");
        if (!asked.isEmpty() && !NUMBER.matcher(asked).matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var part = asked.isEmpty() ? 0 : Integer.parseInt(asked);
        var version = "sitemap-" + revision.current();
        var tag = "\"" + version + (part == 0 ? "" : "-" + part) + (takesGzip(request) ? "-gzip\"" : "\"");
        if (!tag.equals(request.getHeader("If-None-Match"))) {
            var packed = packed(version, part, root);
            if (packed == null) {
                response.sendError(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            about(tag, response);
            write(packed, request, response);
            return;
        }
        about(tag, response);
        response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
    }

    private static void about(String tag, HttpServletResponse response) {
        response.setHeader("ETag", tag);
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Vary", "Accept-Encoding");
    }

    private static void write(byte[] packed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
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

    /** @param part its number; 0 for that which has none @return null when there is no such part */
    private synchronized byte @Nullable [] packed(String version, int part, String root) throws IOException {
        var known = written;
        if (known == null || !known.version.equals(version)) {
            known = new Written(version, sitemap.parts(languages()));
            written = known;
        }
        if (part > known.parts.size() || part > 0 && known.parts.size() == 1) {
            return null;
        }
        var kept = known.packed.get(part);
        if (kept != null) {
            return kept;
        }
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            if (part == 0 && known.parts.size() > 1) {
                sitemap.index(
                        IntStream.rangeClosed(1, known.parts.size())
                                .mapToObj(number -> root + "/sitemap.xml?" + PART + "=" + number)
                                .toList(),
                        out);
            } else {
                sitemap.write(known.parts.get(Math.max(0, part - 1)), root, languages(), out);
            }
        } catch (XMLStreamException e) {
            throw new IOException("The sitemap could not be written", e);
        }
        var packed = bytes.toByteArray();
        known.packed.put(part, packed);
        return packed;
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
