package vn.loa.accounts.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.loa.common.PublicAddress;

/**
 * A cookie that no script can read and no form of another site takes along; links from there do. Behind TLS, its name keeps it from being set by anybody but this
 * host (RFC 6265bis, {@code __Host-}); browsers take such a name over TLS only, and for all paths only.
 */
record HostCookie(String name, String path, boolean isProtected) {
    /** As long as the browser is open. */
    static final int WHILE_OPEN = -1;

    private static final String PREFIX = "__Host-";
    private static final String EVERYWHERE = "/";

    /**
     * @param name with TLS, after the prefix
     * @param plainName without TLS
     * @param plainPath where it is shown without TLS
     */
    static HostCookie of(PublicAddress address, String name, String plainName, String plainPath) {
        return address.root().startsWith("https:")
                ? new HostCookie(PREFIX + name, EVERYWHERE, true)
                : new HostCookie(plainName, plainPath, false);
    }

    /** What the browser shows of this name: more than one when somebody else has set another. */
    Stream<String> values(HttpServletRequest request) {
        @Nullable Cookie[] shown = request.getCookies();
        return shown == null
                ? Stream.empty()
                : Arrays.stream(shown)
                        .filter(cookie -> cookie != null && cookie.getName().equals(name))
                        .map(cookie -> cookie == null ? "" : cookie.getValue());
    }

    /** @param seconds for which the browser keeps it, or {@link #WHILE_OPEN} */
    void write(HttpServletResponse response, String value, int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setPath(path);
        cookie.setMaxAge(seconds);
        cookie.setHttpOnly(true);
        cookie.setSecure(isProtected);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /** The browser forgets it. */
    void clear(HttpServletResponse response) {
        write(response, "", 0);
    }
}
