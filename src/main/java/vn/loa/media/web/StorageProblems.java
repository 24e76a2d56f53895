package vn.loa.media.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import vn.loa.common.web.Problem;
import vn.loa.media.StorageAway;

/** Answers 503 when the storage of blobs does not keep what it is given, and says so in the log: nothing else is away. */
@Provider
@ApplicationScoped
public class StorageProblems implements ExceptionMapper<StorageAway> {
    private static final Logger LOG = System.getLogger(StorageProblems.class.getName());

    @Override
    public Response toResponse(StorageAway away) {
        LOG.log(Level.WARNING, "The media storage does not do its work; an API request is 503: {0}", away.getMessage());
        return Problem.away();
    }
}
