package vn.loa.common.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import vn.loa.common.InvalidInput;
import vn.loa.common.Overtaking;

/** Turns everything that goes wrong in the API into a problem. What is our own fault is logged under a number that the answer names. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = System.getLogger(ProblemMapper.class.getName());

    @Override
    public Response toResponse(Throwable cause) {
        if (cause instanceof InvalidInput invalid) {
            return Problem.of(400, "Some fields are not as they must be", invalid.violations());
        }
        if (cause instanceof WebApplicationException refused) {
            return refusal(refused);
        }
        if (Overtaking.explains(cause)) {
            return Problem.of(409, "Somebody else changed it at the same moment; read it again");
        }
        if (Outage.explains(cause)) {
            LOG.log(Level.WARNING, "The database does not answer; an API request is 503");
            return Problem.away();
        }
        var number = UUID.randomUUID();
        LOG.log(Level.ERROR, "API request failed, incident " + number, cause);
        return Problem.of(500, "Something failed on our side; it is logged as incident " + number);
    }

    private static Response refusal(WebApplicationException refused) {
        var original = refused.getResponse();
        if (Problem.TYPE.equals(original.getMediaType())) {
            return original;
        }
        var detail = switch (original.getStatus()) {
            case 404 -> "There is nothing at this address";
            case 405 -> "This address does not know the method";
            case 406 -> "Only application/json is spoken here";
            case 415 -> "Send application/json";
            default -> "The request was refused";
        };
        var problem = Response.fromResponse(Problem.of(original.getStatus(), detail));
        var allow = original.getHeaderString("Allow");
        return (allow == null ? problem : problem.header("Allow", allow)).build();
    }
}
