package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import vn.loa.accounts.BearerToken;
import vn.loa.accounts.TokenKind;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.web.Api;
import vn.loa.common.web.Outage;
import vn.loa.common.web.PageRouter;

/**
 * Knows who calls the API by the bearer token of the request (RFC 6750), and who is in the back office by the same in a cookie. The
 * API never looks at a cookie, so no other site can make a browser act there. Of media, which are only read, either opens what is not public. Requests without a token, and all that are for neither,
 * go on as nobody's and cost nothing here.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    /** Request attribute that says that a token was shown and is not good. */
    static final String REJECTED = BearerAuthentication.class.getName() + ".rejected";

    /** Request attribute that says that the database did not answer when it was asked whose a cookie is. */
    static final String AWAY = BearerAuthentication.class.getName() + ".away";

    private static final String SCHEME = "Bearer ";
    private static final String MEDIA = "/media/";
    private static final List<String> OFFICE = List.of("/quan-tri", "/tai-khoan");
    private static final int LONGEST = 100;

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private OfficeCookie cookie;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var shown = shown(request);
        return shown.isEmpty() ? context.doNothing() : identify(shown.get(), request, context);
    }

    private AuthenticationStatus identify(BearerToken shown, HttpServletRequest request, HttpMessageContext context) {
        CredentialValidationResult result;
        try {
            result = stores.validate(shown);
        } catch (RuntimeException failure) {
            if (shown.kind() != TokenKind.BROWSER || !Outage.explains(failure)) {
                throw failure;
            }
            request.setAttribute(AWAY, Boolean.TRUE);
            return context.doNothing();
        }
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            return context.notifyContainerAboutLogin(result);
        }
        request.setAttribute(REJECTED, Boolean.TRUE);
        return context.doNothing();
    }

    private Optional<BearerToken> shown(HttpServletRequest request) {
        // The same path as decides where the request goes, whatever it is spelt like.
        var path = PageRouter.pathOf(request);
        if (isOffice(path)) {
            return cookie.read(request).map(secret -> new BearerToken(secret, TokenKind.BROWSER));
        }
        if (path.startsWith(Api.PATH + "/")) {
            return secret(request).map(secret -> new BearerToken(secret, TokenKind.PROGRAM));
        }
        // Those who work on media hear and see more than the public, also on pages of the back office: players send
        // nothing but cookies.
        return path.startsWith(MEDIA)
                ? secret(request)
                        .map(secret -> new BearerToken(secret, TokenKind.PROGRAM))
                        .or(() -> cookie.read(request).map(secret -> new BearerToken(secret, TokenKind.BROWSER)))
                : Optional.empty();
    }

    private static boolean isOffice(String path) {
        return OFFICE.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }

    private static Optional<TokenSecret> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .map(token -> new TokenSecret(token.length() > LONGEST ? "" : token));
    }
}
