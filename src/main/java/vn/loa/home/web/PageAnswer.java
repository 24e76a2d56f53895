package vn.loa.home.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.loa.home.web.CachedPage.Field;

/** How pages are read from a response and written to one: encodings, entity tags, conditions. */
final class PageAnswer {
    /** As long as playlists: what is withdrawn is gone from every address within that time. Whoever comes later asks, and has the page still if it is the same. */
    private static final String FOR_A_MOMENT = "public, max-age=10";

    private static final String SHORTLY = "public, max-age=5";

    /** What each answer says anew. */
    private static final Set<String> NOT_KEPT = Set.of(
            "connection",
            "content-length",
            "content-type",
            "date",
            "etag",
            "keep-alive",
            "server",
            "set-cookie",
            "transfer-encoding",
            "vary");

    /** What is said of what is sent, whatever the page itself has said. */
    private static final Set<String> OURS = Set.of("ETag", "Vary");

    private PageAnswer() {}

    /** The answer whose status and fields a response has, and whose body was held back. */
    static CachedPage read(HttpServletResponse response, byte[] body, long revision, long now) {
        var fields = new ArrayList<Field>();
        for (var name : response.getHeaderNames()) {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                response.getHeaders(name).forEach(value -> fields.add(new Field(name, value)));
            }
        }
        if (!response.containsHeader("Cache-Control")) {
            fields.add(new Field(
                    "Cache-Control", response.getStatus() == HttpServletResponse.SC_OK ? FOR_A_MOMENT : SHORTLY));
        }
        fields.add(new Field("Vary", vary(response.getHeader("Vary"))));
        var type = Objects.requireNonNullElse(response.getContentType(), "application/octet-stream");
        return new CachedPage(response.getStatus(), type, fields, body, revision, now);
    }

    private static String vary(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return "Accept-Encoding";
        }
        return given.contains("Accept-Encoding") ? given : given + ", Accept-Encoding";
    }

    /** Whether an answer may be given again: no error of ours, and nothing that says otherwise. */
    static boolean isLasting(CachedPage page) {
        var status = page.status();
        return (status == HttpServletResponse.SC_OK
                        || status == HttpServletResponse.SC_NOT_FOUND
                        || status == HttpServletResponse.SC_GONE)
                && page.fields().stream()
                        .filter(field -> field.name().equalsIgnoreCase("Cache-Control"))
                        .noneMatch(field -> field.value().matches(".*\\b(no-store|no-cache|private)\\b.*"));
    }

    /** Answers from memory. */
    static void send(CachedPage page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reply = Reply.of(page, new Asking.OfServlet(request));
        response.setStatus(reply.status());
        for (var field : reply.fields()) {
            response.addHeader(field.name(), field.value());
        }
        sendBody(reply, response);
    }

    /** Answers on the response that the page was read from, whose fields are set already. */
    static void sendFirst(CachedPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var reply = Reply.of(page, new Asking.OfServlet(request));
        response.setStatus(reply.status());
        for (var field : reply.fields()) {
            if (OURS.contains(field.name()) || !response.containsHeader(field.name())) {
                response.setHeader(field.name(), field.value());
            }
        }
        sendBody(reply, response);
    }

    private static void sendBody(Reply reply, HttpServletResponse response) throws IOException {
        if (reply.contentType() != null) {
            response.setContentType(reply.contentType());
            response.setContentLength(reply.length());
        }
        if (reply.body().length > 0) {
            response.getOutputStream().write(reply.body());
        }
    }

    /** Answers with what is not kept, with status and fields as they are, compressed for whoever takes that. */
    static void sendOnce(byte[] body, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Vary", vary(response.getHeader("Vary")));
        if (Reply.takesGzip(new Asking.OfServlet(request))) {
            response.setHeader("Content-Encoding", "gzip");
            sendPrivately(CachedPage.zip(body), request, response);
        } else {
            sendPrivately(body, request, response);
        }
    }

    /** Answers one visitor alone, with status and fields as they are. */
    static void sendPrivately(byte[] body, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
