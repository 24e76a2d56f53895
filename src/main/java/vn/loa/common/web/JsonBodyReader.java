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
import vn.loa.common.Jsons;

/**
 * Reads the body of a request strictly: {@code application/json} in UTF-8, at most {@value #MOST_BYTES} bytes, at most
 * {@value #DEEPEST} objects and lists in each other, no field twice. Everything else is a problem that says what is wrong.
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
        if (depth(text) > DEEPEST) {
            throw refusal(400, "The body has more than " + DEEPEST + " objects and lists in each other");
        }
        try (var reader = Jsons.strictReader(new StringReader(text))) {
            return reader.readObject();
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

    /** Counted before a parser, which would go as deep, sees it. */
    private static int depth(String text) {
        var deepest = 0;
        var depth = 0;
        var inText = false;
        for (var i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> inText = !inText;
                case '\\' -> i += inText ? 1 : 0;
                case '{', '[' -> depth += inText ? 0 : 1;
                case '}', ']' -> depth -= inText ? 0 : 1;
                default -> {
                    // Says nothing about depth.
                }
            }
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static WebApplicationException tooLarge() {
        return refusal(413, "The body must have at most " + MOST_BYTES + " bytes");
    }

    private static WebApplicationException refusal(int status, String detail) {
        return new WebApplicationException(Problem.of(status, detail));
    }
}
