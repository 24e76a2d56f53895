package vn.loa.common.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What makes a request a form of a page in the eyes of Faces: parameters and a field that any request can bear, for Faces does not ask for
 * the method. An address that bears one shows a page that was never loaded, or a part of one.
 */
public final class FacesForm {
    /** A field, or a parameter in its place. */
    public static final String PARTIAL = "Faces-Request";

    private static final List<String> RESERVED = List.of("jakarta.faces.", "javax.faces.");
    private static final String STATE = "jakarta.faces.ViewState";

    /** What Faces calls the state of a page that keeps none. */
    private static final String NO_STATE = "stateless";

    private FacesForm() {}

    /** Whether Faces could take this request for the form of a page. */
    static boolean isClaimedBy(HttpServletRequest request) {
        return request.getHeader(PARTIAL) != null
                || Collections.list(request.getParameterNames()).stream().anyMatch(FacesForm::isReserved);
    }

    /** Whether it claims to be the form of a page that keeps no state: none of ours has a form of Faces. */
    static boolean isOfNoPage(HttpServletRequest request) {
        var states = request.getParameterValues(STATE);
        return states != null && Stream.of(states).anyMatch(NO_STATE::equals);
    }

    /** Whether a query claims it, or cannot be read. @param query as it stands in a request line */
    public static boolean mayStandIn(@Nullable String query) {
        return query != null
                && Stream.of(query.split("&"))
                        .map(pair -> PercentEncoded.decode(pair.split("=", 2)[0]))
                        .anyMatch(name -> name.filter(read -> !isReserved(read)).isEmpty());
    }

    private static boolean isReserved(String name) {
        return name.equals(PARTIAL) || RESERVED.stream().anyMatch(name::startsWith);
    }
}
