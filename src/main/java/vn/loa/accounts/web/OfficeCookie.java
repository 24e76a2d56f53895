package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.web.PublicAddress;

/**
 * The cookie that carries the token of a browser in the back office, and nothing else. It ends with the browser; the token in it ends by
 * itself, too. No script can read it, and no form of another site takes it along. Behind TLS, its name keeps it from being set by
 * anybody but this host (RFC 6265bis, {@code __Host-}); browsers take such a name over TLS only.
 */
@ApplicationScoped
public class OfficeCookie {
    private static final String PROTECTED = "__Host-loa";
    private static final String PLAIN = "loa-phien";
    private static final int LONGEST = 100;
    private static final int NOW = 0;

    @Inject
    private PublicAddress address;

    private boolean isProtected() {
        return address.root().startsWith("https:");
    }

    private String name() {
        return isProtected() ? PROTECTED : PLAIN;
    }

    /** What the browser shows; empty when it shows nothing. */
    Optional<TokenSecret> read(HttpServletRequest request) {
        @Nullable Cookie[] shown = request.getCookies();
        return shown == null
                ? Optional.empty()
                : Arrays.stream(shown)
                        .filter(cookie -> cookie != null && cookie.getName().equals(name()))
                        .map(cookie -> cookie == null ? "" : cookie.getValue())
                        .map(value -> new TokenSecret(value.length() > LONGEST ? "" : value))
                        .findFirst();
    }

    void write(HttpServletResponse response, TokenSecret secret) {
        response.addCookie(cookie(secret.value()));
    }

    /** The browser forgets it. */
    void clear(HttpServletResponse response) {
        var cookie = cookie("");
        cookie.setMaxAge(NOW);
        response.addCookie(cookie);
    }

    private Cookie cookie(String value) {
        var cookie = new Cookie(name(), value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(isProtected());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
