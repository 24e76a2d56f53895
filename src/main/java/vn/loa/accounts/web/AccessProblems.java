package vn.loa.accounts.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import vn.loa.accounts.AccessRefused;
import vn.loa.accounts.NotSignedIn;
import vn.loa.common.web.Problem;

/** Answers 401 to those who must sign in first, and 403 to those who may not: neither tells what there is. */
@Provider
@ApplicationScoped
public class AccessProblems implements ExceptionMapper<AccessRefused> {
    private static final String CHALLENGE = "Bearer realm=\"Loa\"";

    @Override
    public Response toResponse(AccessRefused refused) {
        return refused instanceof NotSignedIn
                ? challenge("Sign in at /api/v1/sessions and send the token as Authorization: Bearer", CHALLENGE)
                : Problem.of(403, "Your account may not do this");
    }

    static Response rejectedToken() {
        return challenge(
                "The token is not good: it has expired or was revoked", CHALLENGE + ", error=\"invalid_token\"");
    }

    private static Response challenge(String detail, String challenge) {
        return Response.fromResponse(Problem.of(401, detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
