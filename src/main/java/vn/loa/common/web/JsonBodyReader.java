package vn.loa.common.web;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParsingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.loa.common.Jsons;

/**
 * Reads the body of a request strictly: {@code application/json} in UTF-8, at most {@value #MOST_BYTES} bytes, at most
 * {@value #DEEPEST} objects and lists in each other, no field twice, nothing but white space behind it. Everything else is a problem that says what is wrong.
 */
@Provider
public class JsonBodyReader implements MessageBodyReader<JsonBody> {
    static final int MOST_BYTES = 1_048_576;
    static final int DEEPEST = 32;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(mediaType) || mediaType.isWildcardType()) {
            throw refusal(415, "Send application/json");
        }
        if (declaredLength(headers) > MOST_BYTES) {
            throw tooLarge();
        }
        return new JsonBody(parse(text(body.readNBytes(MOST_BYTES + 1))));
    }

    private static long declaredLength(MultivaluedMap<String, String> headers) {
        var length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException notANumber) {
            throw refusal(400, "Content-Length is not a number");
        }
    }

    private static String text(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw tooLarge();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refusal(400, "The body is not UTF-8");
        }
    }

    private static JsonObject parse(String text) {
        if (Nesting.of(text).deepest() > DEEPEST) {
            throw refusal(400, "The body has more than " + DEEPEST + " objects and lists in each other");
        }
        try (var reader = Jsons.strictReader(new StringReader(text))) {
            var object = reader.readObject();
            rest(text).ifPresent(fault -> {
                throw refusal(400, "The body is not one JSON object: " + fault);
            });
            return object;
        } catch (JsonParsingException broken) {
            throw refusal(400, "The body is not one JSON object: " + fault(text, broken));
        } catch (JsonException | IllegalStateException other) {
            throw refusal(400, "The body is not one JSON object");
        }
    }

    /** What is wrong and where, in words that stay the same whichever parser has found it. */
    static String fault(String text, JsonParsingException broken) {
        var where = broken.getLocation();
        var place = "line " + where.getLineNumber() + ", column " + where.getColumnNumber();
        if (text.isBlank()) {
            return "it is empty";
        }
        if (broken.getCause() instanceof IllegalStateException) {
            return text.stripLeading().startsWith("{")
                    ? "a field stands twice, the second time before " + place
                    : "it is another value";
        }
        // Behind the end the parser counts differently from case to case.
        return where.getStreamOffset() >= text.length()
                ? "it ends before the object does"
                : place + " cannot be read as JSON";
    }

    /** What stands behind the object, which parsers do not look at. @param text an object that could be read, with whatever follows it */
    public static Optional<String> rest(String text) {
        for (var i = Nesting.of(text).end(); i < text.length(); i++) {
            if (" \t\r\n".indexOf(text.charAt(i)) < 0) {
                var before = text.substring(0, i);
                var line = before.chars().filter(c -> c == '\n').count() + 1;
                return Optional.of("something stands behind it, from line %d, column %d"
                        .formatted(line, i - before.lastIndexOf('\n')));
            }
        }
        return Optional.empty();
    }

    /**
     * How objects and lists stand in each other, counted before a parser, which would go as deep, sees them.
     *
     * @param end where the outermost of them is over; the end of the text when it is not
     */
    private record Nesting(int deepest, int end) {
        static Nesting of(String text) {
            var deepest = 0;
            var depth = 0;
            var inText = false;
            var end = text.length();
            for (var i = 0; i < text.length(); i++) {
                switch (text.charAt(i)) {
                    case '"' -> inText = !inText;
                    case '\\' -> i += inText ? 1 : 0;
                    case '{', '[' -> depth += inText ? 0 : 1;
                    case '}', ']' -> {
                        depth -= inText ? 0 : 1;
                        end = depth == 0 && !inText ? Math.min(end, i + 1) : end;
                    }
                    default -> {
                        // Says nothing about depth.
                    }
                }
                deepest = Math.max(deepest, depth);
            }
            return new Nesting(deepest, end);
        }
    }

    private static WebApplicationException tooLarge() {
        return refusal(413, "The body must have at most " + MOST_BYTES + " bytes");
    }

    private static WebApplicationException refusal(int status, String detail) {
        return new WebApplicationException(Problem.of(status, detail));
    }
}
