package vn.loa.common.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;
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
        return PercentEncoded.decode(text).isPresent();
    }
}
