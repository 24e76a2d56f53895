package vn.loa.media.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.CurrentUser;
import vn.loa.media.BlobContent;
import vn.loa.media.BlobStore;
import vn.loa.media.MediaAddress;
import vn.loa.media.MediaInReview;
import vn.loa.media.PublicBlob;
import vn.loa.media.PublicMedia;
import vn.loa.media.PublicPlaylists;

/**
 * Answers {@code /media/{product}/{first 16 digits of the hash}/{name}} by RFC 9110: conditions, ranges, HEAD. What an address
 * holds never changes, so it may be kept for ever, under its name alone: other names lead there. What is not public is nowhere, but for those who work on it and show a token, or have signed in to the back office. {@link PlaylistAnswers} has the playlists.
 */
@WebServlet(urlPatterns = "/media/*", asyncSupported = true)
public class MediaServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = System.getLogger(MediaServlet.class.getName());
    private static final Pattern ADDRESS = Pattern.compile("/([a-z0-9-]{1,200})/([0-9a-f]{16})/([^/]{1,300})");
    private static final String ROOT = "/media";
    private static final String METHODS = "GET, HEAD, OPTIONS";
    private static final String PRIVATE = "private, no-store";
    private static final int MOST_REMEMBERED = 4096;
    private static final int TAG_DIGITS = 32;
    private static final int SECONDS_UNTIL_ROOM = 5;

    @Inject
    @Any
    private transient Instance<PublicMedia> media;

    @Inject
    @Any
    private transient Instance<MediaInReview> inReview;

    @Inject
    private transient CurrentUser user;

    @Inject
    private transient PublicPlaylists playlists;

    @Inject
    private transient BlobStore store;

    @Inject
    private transient Transfers transfers;

    private transient @Nullable Remembered<Address, PublicBlob> remembered;
    private transient @Nullable PlaylistAnswers playlistAnswers;

    private record Address(String productSlug, String hashPrefix) {}

    @Override
    public void init() {
        remembered = new Remembered<>(MOST_REMEMBERED, this::find, System::nanoTime);
        playlistAnswers = new PlaylistAnswers(playlists, System::nanoTime);
    }

    /** Works and plans have addresses apart, and what one of them shows may be had. */
    private Optional<PublicBlob> find(Address wanted) {
        for (var each : media) {
            var found = each.find(wanted.productSlug(), wanted.hashPrefix());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        openToOtherSites(response);
        switch (request.getMethod()) {
            case "GET", "HEAD" -> answer(request, response);
            case "OPTIONS" -> describe(response);
            default -> {
                response.setHeader("Allow", METHODS);
                response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            }
        }
    }

    /** Public media may be played and read on every site. */
    private static void openToOtherSites(HttpServletResponse response) {
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range, ETag");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("Timing-Allow-Origin", "*");
        response.setHeader("X-Content-Type-Options", "nosniff");
    }

    private static void describe(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Allow", METHODS);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        response.setHeader("Access-Control-Allow-Headers", "Range, If-Range, If-None-Match, If-Modified-Since");
        response.setHeader("Access-Control-Max-Age", "86400");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = Objects.requireNonNullElse(request.getPathInfo(), "");
        if (playlistAnswers != null && playlistAnswers.answer(path, request, response)) {
            return;
        }
        var address = ADDRESS.matcher(path);
        var known = remembered;
        var found = address.matches() && known != null
                ? known.find(new Address(address.group(1), address.group(2))).orElse(null)
                : null;
        if (found != null) {
            if (isAt(found, path)) {
                answer(found, address.group(3), "public, max-age=31536000, immutable", request, response);
            } else {
                leadTo(found.addresses().get(0), response);
            }
            return;
        }
        var unpublished =
                address.matches() ? unpublished(address.group(1), address.group(2)) : Optional.<PublicBlob>empty();
        if (unpublished.isPresent()) {
            // Whoever has no token must not find it in a cache between.
            response.setHeader("Vary", "Authorization");
            response.addHeader("Vary", "Cookie");
            answer(unpublished.get(), address.group(3), PRIVATE, request, response);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static boolean isAt(PublicBlob blob, String path) {
        return blob.addresses().contains(ROOT + path);
    }

    /**
     * Another name is an address that once was, or that somebody made up: caches must not fill with copies of one file. A withdrawal
     * ends this answer too, as soon as that of a playlist.
     */
    private static void leadTo(String address, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", address);
        response.setHeader("Cache-Control", "public, max-age=10");
    }

    /** What only those may have who work on it and have shown a token. */
    private Optional<PublicBlob> unpublished(String productSlug, String hashPrefix) {
        return user.actor()
                .flatMap(by -> inReview.stream()
                        .flatMap(each -> each.find(productSlug, hashPrefix, by).stream())
                        .findFirst());
    }

    private void answer(
            PublicBlob blob, String name, String caching, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var tag = '"' + blob.sha256().substring(0, TAG_DIGITS) + '"';
        var conditions = new Preconditions(request, tag, blob.lastModified());
        response.setHeader("Accept-Ranges", "bytes");
        response.setHeader("Cache-Control", caching);
        response.setHeader("ETag", tag);
        response.setDateHeader("Last-Modified", conditions.lastModified().toEpochMilli());
        switch (conditions.verdict()) {
            case NOT_MODIFIED -> response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            case FAILED -> response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
            case SEND -> {
                if (blob.attachment()) {
                    response.setHeader(
                            "Content-Disposition",
                            ContentDisposition.attachment(name, MediaAddress.extension(blob.contentType())));
                    response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
                }
                send(blob, wanted(blob, conditions, request), request, response);
            }
        }
    }

    /** Ranges are defined for GET alone; several fields are as good as none. */
    private static RangeRequest wanted(PublicBlob blob, Preconditions conditions, HttpServletRequest request) {
        var fields = request.getHeaders("Range");
        var field = fields.hasMoreElements() ? fields.nextElement() : null;
        return request.getMethod().equals("GET") && !fields.hasMoreElements() && conditions.isRangeWanted()
                ? RangeField.parse(field, blob.size())
                : new RangeRequest.Whole();
    }

    private void send(PublicBlob blob, RangeRequest wanted, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wanted instanceof RangeRequest.Unsatisfiable) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader("Content-Range", "bytes */" + blob.size());
            response.setHeader("Cache-Control", "no-store");
            return;
        }
        var type = blob.contentType().startsWith("text/") ? blob.contentType() + "; charset=utf-8" : blob.contentType();
        if (request.getMethod().equals("HEAD")) {
            response.setContentType(type);
            response.setContentLengthLong(blob.size());
            return;
        }
        Transfers.Opening opening = () -> open(blob, wanted, type, response);
        var hasRoom = store.isRemote()
                ? transfers.sendFromAfar(opening, request, response)
                : transfers.send(opening, request, response);
        if (!hasRoom) {
            tellToComeBack(response);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    /** The body of the answer; when there is none, the head says why. */
    private Optional<Body> open(PublicBlob blob, RangeRequest wanted, String type, HttpServletResponse response) {
        try {
            var content = store.open(blob.sha256()).orElse(null);
            if (content != null && content.size() == blob.size()) {
                return Optional.of(prepared(content, wanted, type, response));
            }
            if (content != null) {
                content.close();
            }
            LOG.log(Level.ERROR, "Public blob {0} is not in the store with its {1} bytes", blob.sha256(), blob.size());
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "Public blob {0} cannot be opened: {1}", blob.sha256(), e.getMessage());
            tellToComeBack(response);
        }
        return Optional.empty();
    }

    private static Body prepared(BlobContent content, RangeRequest wanted, String type, HttpServletResponse response)
            throws IOException {
        try {
            content.prepare(
                    wanted instanceof RangeRequest.Parts parts
                            ? parts.ranges().get(0).first()
                            : 0);
            var body = body(content, wanted, type, response);
            response.setContentLengthLong(body.length());
            return body;
        } catch (IOException | RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** The answer comes too early; nobody may keep it. */
    static void tellToComeBack(HttpServletResponse response) {
        response.setHeader("Retry-After", Integer.toString(SECONDS_UNTIL_ROOM));
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private static Body body(BlobContent content, RangeRequest wanted, String type, HttpServletResponse response) {
        if (!(wanted instanceof RangeRequest.Parts parts)) {
            response.setContentType(type);
            return Body.of(content, 0, content.size());
        }
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        if (parts.ranges().size() == 1) {
            var range = parts.ranges().get(0);
            response.setContentType(type);
            response.setHeader("Content-Range", range.of(content.size()));
            return Body.of(content, range.first(), range.length());
        }
        var boundary = UUID.randomUUID().toString();
        response.setContentType("multipart/byteranges; boundary=" + boundary);
        return Body.multipart(content, parts.ranges(), type, boundary);
    }
}
