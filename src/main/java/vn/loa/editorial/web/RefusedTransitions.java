package vn.loa.editorial.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import vn.loa.common.web.Problem;
import vn.loa.editorial.TransitionRefused;

/** Answers 409 with the reason to a step that is not allowed now. */
@Provider
@ApplicationScoped
public class RefusedTransitions implements ExceptionMapper<TransitionRefused> {
    @Override
    public Response toResponse(TransitionRefused refused) {
        return Problem.because(409, refused.reason().code(), String.valueOf(refused.getMessage()));
    }
}
