package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.common.web.PublicAddress;
import vn.loa.common.web.PublicRoutes;

/**
 * What a browser carries while its holder signs in by the provider: the attempt, then what the first step gave to those who have a second. For some minutes. Where the portal has TLS, its
 * name keeps other hosts of the same domain from planting one of theirs.
 */
@ApplicationScoped
class AttemptCookie {
    private static final String PROTECTED = "__Host-loa-mot-lan";
    private static final String PLAIN = "loa-mot-lan";
    private static final int LONGEST = 3_000;
    private static final int SECONDS = 15 * 60;

    @Inject
    private PublicAddress address;

    private boolean isProtected() {
        return address.root().startsWith("https:");
    }

    private String name() {
        return isProtected() ? PROTECTED : PLAIN;
    }

    /** Empty also when there are several: one of them is somebody else's. */
    Optional<String> read(HttpServletRequest request) {
        @Nullable Cookie[] shown = request.getCookies();
        return shown == null
                ? Optional.empty()
                : Arrays.stream(shown)
                        .filter(cookie -> cookie != null && cookie.getName().equals(name()))
                        .map(cookie -> cookie == null ? "" : cookie.getValue())
                        .map(Optional::of)
                        .reduce((one, other) -> Optional.empty())
                        .flatMap(only -> only)
                        .filter(value -> value.length() <= LONGEST);
    }

    void write(HttpServletResponse response, String value) {
        add(response, value, SECONDS);
    }

    /** The browser forgets it. */
    void clear(HttpServletResponse response) {
        add(response, "", 0);
    }

    private void add(HttpServletResponse response, String value, int seconds) {
        var cookie = new Cookie(name(), value);
        cookie.setPath(isProtected() ? "/" : PublicRoutes.SIGN_IN);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(isProtected());
        // The way back comes from the site of the provider.
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
