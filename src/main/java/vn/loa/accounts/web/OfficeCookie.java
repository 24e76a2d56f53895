package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.PublicAddress;

/** The cookie that carries the token of a browser in the back office, and nothing else. It ends with the browser; the token in it ends by itself, too. */
@ApplicationScoped
public class OfficeCookie {
    private static final int LONGEST = 100;

    @Inject
    private PublicAddress address;

    private HostCookie cookie() {
        return HostCookie.of(address, "loa", "loa-phien", "/");
    }

    /** What the browser shows; empty when it shows nothing. */
    Optional<TokenSecret> read(HttpServletRequest request) {
        return cookie().values(request)
                .map(value -> new TokenSecret(value.length() > LONGEST ? "" : value))
                .findFirst();
    }

    void write(HttpServletResponse response, TokenSecret secret) {
        cookie().write(response, secret.value(), HostCookie.WHILE_OPEN);
    }

    /** The browser forgets it. */
    void clear(HttpServletResponse response) {
        cookie().clear(response);
    }
}
