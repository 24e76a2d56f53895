package vn.loa.home.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.home.web.CachedPage.Field;

/**
 * What a page in memory answers to one request: the page itself, or 304 to who has it.
 *
 * @param contentType null when there is no body
 * @param fields without type and length
 * @param length of the body in bytes, also when only its head was asked for; -1 when there is none
 * @param body empty when nobody wants it
 */
record Reply(int status, @Nullable String contentType, List<Field> fields, int length, byte[] body) {
    private static final byte[] NOTHING = {};
    private static final Pattern REFUSES_GZIP = Pattern.compile("gzip\\s*;\\s*q=0(\\.0*)?\\s*(,|$)");

    static Reply of(CachedPage page, Asking request) {
        var gzip = takesGzip(request);
        var fields = new ArrayList<Field>(page.fields().size() + 2);
        fields.add(new Field("ETag", page.tag(gzip)));
        if (isKnown(page, gzip, request)) {
            page.fields().stream()
                    .filter(field ->
                            Set.of("Cache-Control", "Vary", "Last-Modified").contains(field.name()))
                    .forEach(fields::add);
            return new Reply(HttpServletResponse.SC_NOT_MODIFIED, null, fields, -1, NOTHING);
        }
        fields.addAll(page.fields());
        if (gzip) {
            fields.add(new Field("Content-Encoding", "gzip"));
        }
        var body = page.body(gzip);
        return new Reply(page.status(), page.contentType(), fields, body.length, isHead(request) ? NOTHING : body);
    }

    private static boolean isKnown(CachedPage page, boolean gzip, Asking request) {
        var known = request.field("If-None-Match");
        if (page.status() != HttpServletResponse.SC_OK) {
            return false;
        }
        // Who names a tag wants no times looked at (RFC 9110, 13.1.3).
        return known == null
                ? isUnchanged(page, request.field("If-Modified-Since"))
                : known.contains(page.tag(gzip)) || known.strip().equals("*");
    }

    /** What says when it was changed last, as feeds do, is known to those who have it from then on. */
    private static boolean isUnchanged(CachedPage page, @Nullable String since) {
        return since != null
                && page.fields().stream()
                        .filter(field -> field.name().equals("Last-Modified"))
                        .anyMatch(field -> !moment(field.value()).isAfter(moment(since)));
    }

    /** What is no time is before all of them: nothing is known to whoever says so. */
    private static Instant moment(String httpDate) {
        try {
            return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate));
        } catch (DateTimeParseException noTime) {
            return Instant.MIN;
        }
    }

    private static boolean isHead(Asking request) {
        return request.method().equals("HEAD");
    }

    /** Whether who asks takes an answer compressed so. */
    static boolean takesGzip(Asking request) {
        var accepted = request.field("Accept-Encoding");
        return accepted != null
                && accepted.contains("gzip")
                && !(accepted.contains("q=") && REFUSES_GZIP.matcher(accepted).find());
    }
}
