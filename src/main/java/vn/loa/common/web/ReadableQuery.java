package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.loa.common.InvalidInput;

/**
 * Refuses requests of the API whose query is not percent-encoded UTF-8, and names the parameter: a program that garbles letters must not
 * take it for an answer that nothing is found. Pages are for people: there such a value narrows to nothing.
 */
@Provider
@PreMatching
@ApplicationScoped
public class ReadableQuery implements ContainerRequestFilter {
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{2}");

    @Override
    public void filter(ContainerRequestContext request) {
        firstBroken(request.getUriInfo().getRequestUri().getRawQuery()).ifPresent(name -> {
            throw InvalidInput.of(name, "is not percent-encoded UTF-8");
        });
    }

    /** The parameter that cannot be read, as well as it can be named. @param query as it stands in a request line */
    public static Optional<String> firstBroken(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return Optional.empty();
        }
        for (var pair : query.split("&")) {
            if (!isReadable(pair)) {
                var name = pair.split("=", 2)[0];
                return Optional.of(isReadable(name) ? name : "query");
            }
        }
        return Optional.empty();
    }

    private static boolean isReadable(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                // What was not encoded is not ours to judge here.
                bytes.write(text.charAt(i) < 0x80 ? text.charAt(i) : '?');
            } else if (i + 2 < text.length()
                    && HEX.matcher(text.substring(i + 1, i + 3)).matches()) {
                bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
