package vn.loa.media.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides by RFC 9110, chapter 13, what the conditions of a GET or HEAD request make of it. */
record Preconditions(HttpServletRequest request, String tag, Instant lastModified) {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[^\"]*\")");

    /** What to do. */
    enum Verdict {
        /** Answer with the file. */
        SEND,
        /** 304: the client has it. */
        NOT_MODIFIED,
        /** 412: it is not what the client thinks. */
        FAILED
    }

    /**
     * @param tag strong entity tag of the file as it is now, with its quotes
     * @param lastModified of the file, in whole seconds
     */
    Preconditions {
        lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
    }

    Verdict verdict() {
        if (fields("If-Match").map(field -> !lists(field, true)).orElseGet(() -> isAfter("If-Unmodified-Since"))) {
            return Verdict.FAILED;
        }
        var known = fields("If-None-Match")
                .map(field -> lists(field, false))
                .orElseGet(() -> date("If-Modified-Since").isPresent() && !isAfter("If-Modified-Since"));
        return known ? Verdict.NOT_MODIFIED : Verdict.SEND;
    }

    /** Whether the {@code Range} field counts: not when {@code If-Range} names another version. */
    boolean isRangeWanted() {
        var condition = request.getHeader("If-Range");
        if (condition == null) {
            return true;
        }
        var value = condition.strip();
        return value.startsWith("\"") || value.startsWith("W/")
                ? value.equals(tag)
                : parse(value).filter(lastModified::equals).isPresent();
    }

    private Optional<String> fields(String name) {
        var values = Collections.list(request.getHeaders(name));
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(",", values));
    }

    /** @param strong whether a weak tag never matches */
    private boolean lists(String field, boolean strong) {
        if (field.strip().equals("*")) {
            return true;
        }
        var found = TAG.matcher(field);
        while (found.find()) {
            if (found.group(2).equals(tag) && !(strong && found.group(1) != null)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAfter(String name) {
        return date(name).filter(lastModified::isAfter).isPresent();
    }

    private Optional<Instant> date(String name) {
        return parse(request.getHeader(name));
    }

    private static Optional<Instant> parse(@Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
