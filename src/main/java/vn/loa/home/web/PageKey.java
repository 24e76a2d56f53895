package vn.loa.home.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.Address;
import vn.loa.common.web.FacesForm;
import vn.loa.common.web.PublicRoutes;
import vn.loa.common.web.ReadableQuery;

/**
 * What tells one answer to an anonymous visitor from another: the address with the parameters that count, and whether the browser asks
 * to save data.
 */
record PageKey(String address, boolean savesData) {
    private static final String API = "/api/v1/";

    /** Of one person each, and the only ones that know HEAD without GET. */
    private static final String UPLOADS = API + "uploads";

    private static final String PROGRAMMES = API + "programmes/";
    private static final int LONGEST = 1_000;

    /** The key of a request that only reads, for nobody in particular; empty for all others. */
    static Optional<PageKey> of(Asking request) {
        var query = request.query();
        if (!isReading(request) || !isAnonymous(request) || query != null && query.length() > LONGEST) {
            return Optional.empty();
        }
        if (request.field(FacesForm.PARTIAL) != null || FacesForm.mayStandIn(query)) {
            // Refused, and not by what memory holds for the address without it.
            return Optional.empty();
        }
        var path = request.path();
        if (path.equals(UPLOADS) || path.startsWith(UPLOADS + "/")) {
            return Optional.empty();
        }
        if (path.indexOf('?') >= 0) {
            // Encoded, it is a letter of a name; in the key it would begin the parameters of another address.
            return Optional.empty();
        }
        if (path.startsWith(API)) {
            // What cannot be read is refused, and must not be taken for the text that a lenient reading makes of it.
            return takesJson(request) && ReadableQuery.firstBroken(query).isEmpty()
                    ? Optional.of(new PageKey(address(path, query, false), false))
                    : Optional.empty();
        }
        return Optional.of(new PageKey(address(path, query, true), savesData(request)));
    }

    /** Whether everybody may be given the same answer: it is a page, a feed, or something of the reading API. */
    boolean isShared() {
        return address.startsWith(API) || PublicRoutes.isPage(path()) || PublicRoutes.isDocument(path());
    }

    /** Whether it is what a station plays on days that the address names, which only the content changes. */
    boolean isOfNamedDays() {
        return address.startsWith(PROGRAMMES) && address.contains("from=") && address.contains("&to=");
    }

    private String path() {
        var question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }

    private static boolean isReading(Asking request) {
        var method = request.method();
        return method.equals("GET") || method.equals("HEAD");
    }

    private static boolean isAnonymous(Asking request) {
        var cookies = request.field("Cookie");
        return request.field("Authorization") == null
                && (cookies == null || !cookies.contains("JSESSIONID") && !cookies.contains("__Host-"));
    }

    private static boolean takesJson(Asking request) {
        var accept = request.field("Accept");
        return accept == null || accept.contains("*/*") || accept.contains("application/json");
    }

    private static boolean savesData(Asking request) {
        return "on".equalsIgnoreCase(request.field("Save-Data"));
    }

    private static String address(String path, @Nullable String query, boolean onlyKnown) {
        if (query == null) {
            return path;
        }
        var address = Address.of(path, query);
        return (onlyKnown ? address.keeping(PublicRoutes.parametersOf(path)).bounded() : address)
                .sorted()
                .toString();
    }
}
