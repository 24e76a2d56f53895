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
import java.util.Optional;
import vn.loa.accounts.BearerToken;
import vn.loa.accounts.TokenSecret;
import vn.loa.common.web.Api;

/**
 * Knows who calls the API by the bearer token of the request (RFC 6750). There is no session and no cookie: each request shows its
 * token. Requests without one, and all that are not for the API, go on as nobody's and cost nothing here.
 */
@ApplicationScoped
public class BearerAuthentication implements HttpAuthenticationMechanism {
    /** Request attribute that says that a token was shown and is not good. */
    static final String REJECTED = BearerAuthentication.class.getName() + ".rejected";

    private static final String SCHEME = "Bearer ";
    private static final String MEDIA = "/media/";
    private static final int LONGEST = 100;

    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var secret = knowsPeople(request) ? secret(request) : Optional.<TokenSecret>empty();
        if (secret.isEmpty()) {
            return context.doNothing();
        }
        var result = stores.validate(new BearerToken(secret.get()));
        if (result.getStatus() == CredentialValidationResult.Status.VALID) {
            return context.notifyContainerAboutLogin(result);
        }
        request.setAttribute(REJECTED, Boolean.TRUE);
        return context.doNothing();
    }

    /** The API, and media, of which those who work on it have more than the public. */
    private static boolean knowsPeople(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(Api.PATH + "/") || path.startsWith(MEDIA);
    }

    private static Optional<TokenSecret> secret(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .map(token -> new TokenSecret(token.length() > LONGEST ? "" : token));
    }
}
